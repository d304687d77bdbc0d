/** Stored lists of texts, read without the schema library: it would double what every page view loads. */

export const textsOf = (value: unknown): string[] =>
	Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
