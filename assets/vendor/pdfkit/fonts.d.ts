export declare const regular: Uint8Array<ArrayBuffer>;
export declare const bold: Uint8Array<ArrayBuffer>;
