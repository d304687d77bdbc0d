/** The characters that wikitext gives a meaning to, by code, and how runs of them are passed. */
export const Char = {
	tab: 9,
	newline: 10,
	return: 13,
	blank: 32,
	exclamation: 33,
	double: 34,
	hash: 35,
	ampersand: 38,
	apostrophe: 39,
	star: 42,
	plus: 43,
	minus: 45,
	slash: 47,
	colon: 58,
	semicolon: 59,
	less: 60,
	equals: 61,
	greater: 62,
	bracket: 91,
	unbracket: 93,
	brace: 123,
	pipe: 124,
	unbrace: 125,
} as const;

export const isBlank = (c: number): boolean => c === Char.blank || c === Char.tab;
export const isSpace = (c: number): boolean => isBlank(c) || c === Char.newline || c === Char.return;
export const isDigit = (c: number): boolean => c >= 48 && c <= 57;
export const lower = (c: number): number => (c >= 65 && c <= 90 ? c + 32 : c);
export const isLetter = (c: number): boolean => lower(c) >= 97 && lower(c) <= 122;
export const isHex = (c: number): boolean => isDigit(c) || (lower(c) >= 97 && lower(c) <= 102);

/** Where the run of `c` that begins at `at` ends. */
export function passRun(text: string, at: number, c: number): number {
	while (text.charCodeAt(at) === c) at++;
	return at;
}

/** Where the blanks that begin at `at` end; a newline is not a blank. */
export function passBlanks(text: string, at: number): number {
	while (isBlank(text.charCodeAt(at))) at++;
	return at;
}
