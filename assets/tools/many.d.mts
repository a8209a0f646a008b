/** Returns the HTML of the explorer's page with so many specialties. */
export function many(html: string, count: number): string;
