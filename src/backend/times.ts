/** Times as the contract writes them. */

/** ISO 8601 in UTC for milliseconds since 1970. */
export const iso = (ms: number): string => new Date(ms).toISOString();

export const isoOrNull = (ms: number | null): string | null => (ms === null ? null : iso(ms));
