/** What character references stand for, those that signatures and user names are written with. */
const named: Readonly<Record<string, string>> = {
	nbsp: '\u00a0',
	amp: '&',
	lt: '<',
	gt: '>',
	quot: '"',
	apos: "'",
	lrm: '\u200e',
	rlm: '\u200f',
	ndash: '–',
	mdash: '—',
	middot: '·',
	bull: '•',
	shy: '\u00ad',
	ensp: '\u2002',
	emsp: '\u2003',
	thinsp: '\u2009',
	zwnj: '\u200c',
	zwj: '\u200d',
};

/** The character of `&name;`, `&#10;` or `&#xa;`; the reference itself where it is none that is known here. */
export function decodeReference(reference: string): string {
	const name = reference.slice(1, -1);
	if (!name.startsWith('#')) return named[name] ?? reference;
	const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
	return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : reference;
}

export function decodeReferences(text: string): string {
	return text.includes('&') ? text.replace(/&#?\w+;/g, decodeReference) : text;
}
