/** Digits of any script as ASCII ones, by the table that the wiki gives. */

/** Puts ASCII digits for the wiki's own; the text keeps its length where each digit is one UTF-16 unit. */
export function foldDigits(text: string, digits: readonly string[]): string {
	if (digits.length !== 10 || digits[1] === '1') return text;
	let folded = text;
	digits.forEach((digit, value) => {
		if (digit) folded = folded.replaceAll(digit, String(value));
	});
	return folded;
}

/** A text as the source of a regular expression that matches it (with the flag u, where a stray escape is an error). */
export const quote = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

/** The source of a regular expression for one digit, in the wiki's writing or in ASCII. */
export function digitSource(digits: readonly string[]): string {
	const own = digits.filter((digit) => digit && !/^\d$/.test(digit));
	return own.length === 0 ? '\\d' : `(?:\\d|${own.map(quote).join('|')})`;
}
