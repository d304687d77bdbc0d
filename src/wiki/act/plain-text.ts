/** HTML of a wiki's parser as plain text: words and paragraphs, no markup. */

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&', nbsp: ' ' };

const named = (_: string, name: string): string => {
	const code = /^#(x?)([0-9a-f]+)$/i.exec(name);
	if (!code) return entities[name] ?? '';
	const point = Number.parseInt(code[2] ?? '', code[1] ? 16 : 10);
	return point <= 0x10ffff ? String.fromCodePoint(point) : '';
};

/** Enough to read a notice before it is sent; nothing is made of it but text. */
export function plainText(html: string): string {
	return html
		.replace(/<(style|script)\b[\s\S]*?<\/\1\s*>|<!--[\s\S]*?-->/gi, '')
		.replace(/\s+/g, ' ')
		.replace(/<(?:br|\/p|\/div|\/li|\/h[1-6]|\/tr|\/dd|\/dt)\b[^>]*>/gi, '\n')
		.replace(/<[^>]*>/g, '')
		.replace(/&(#?[a-z0-9]+);/gi, named)
		.replace(/[^\S\n]+/g, ' ')
		.replace(/ ?\n ?/g, '\n')
		.replace(/\n{3,}/g, '\n\n')
		.trim();
}
