/** What a step of the set-up ends with: its value, or a sentence on what is missing and what to do about it. */
export type Outcome<T> = { ok: true; value: T } | { ok: false; missing: string };

export const ready = <T>(value: T): Outcome<T> => ({ ok: true, value });
export const missing = (sentence: string): Outcome<never> => ({ ok: false, missing: sentence });
