/** The words of an e-mail that came as HTML only: a line a block; only ever shown as text, never as markup. */

const silent = /<(style|script|title)\b[^<>]*>[\s\S]*?(?:<\/\1\b[^<>]*>|$)/gi;
const breaks = /<\/?(?:br|p|div|li|tr|table|ul|ol|h[1-6]|blockquote|hr)\b[^<>]*>/gi;
const tags = /<!--[\s\S]*?(?:-->|$)|<[^<>]*>/g;
const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };
/** Characters of HTML. */
const longest = 1_000_000;

function letter(reference: string, body: string): string {
	if (!body.startsWith('#')) return named[body.toLowerCase()] ?? reference;
	const code = /^#x/i.test(body) ? Number.parseInt(body.slice(2), 16) : Number(body.slice(1));
	return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : reference;
}

/** Takes time in proportion to the text, whatever stands in it. */
export const htmlWords = (html: string): string =>
	html
		.slice(0, longest)
		.replace(silent, '')
		.replace(/\s+/g, ' ')
		.replace(breaks, '\n')
		.replace(tags, '')
		.replace(/&(#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,6});/gi, letter)
		.replace(/[ \t]*\n[ \t\n]*/g, '\n')
		.trim();
