/** The headers in an e-mail's text as it is attached: whether they name a receiver, and the text without. */

const headersOf = (text: string): string => text.slice(0, text.indexOf('\n\n'));

export const namesReceiver = (text: string): boolean => /^To: /m.test(headersOf(text));

export function withoutReceiver(text: string): string {
	const headers = headersOf(text);
	return headers.replace(/^To: .*\n?/m, '').trimEnd() + text.slice(headers.length);
}
