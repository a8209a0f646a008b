// Stands for brotli's decompressor in the built PDF module.

export default function decompress() {
	throw new Error("WOFF2 fonts are left out of this module: give it a TrueType font");
}
