/** What a tag in wikitext says: its element, whether it ends one, and the attributes that matter to comments. */
export interface HtmlTag {
	name: string;
	closing: boolean;
	block: boolean;
	/** Has no inside, or is written as if it had none. */
	empty: boolean;
	attributes: Record<string, string>;
}

const names = (text: string): Set<string> => new Set(text.split(' '));
const blocks = names('P DIV UL OL DL LI DD DT TABLE TR TD TH CAPTION CENTER BLOCKQUOTE HR H1 H2 H3 H4 H5 H6');
const inlines = names(
	'SPAN SMALL BIG B I U S DEL INS STRIKE EM STRONG FONT SUP SUB CODE TT KBD SAMP VAR ABBR Q CITE DFN MARK BDI BDO',
);
const voids = names('BR HR WBR');
const attribute = /\b(class|style)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi;

/** Reads a tag; null for elements that MediaWiki does not let through, and for extensions' tags. */
export function readTag(text: string): HtmlTag | null {
	const name = /^<\/?([a-z\d]+)/i.exec(text)?.[1]?.toUpperCase() ?? '';
	const block = blocks.has(name);
	if (!block && !inlines.has(name) && !voids.has(name)) return null;
	const attributes: Record<string, string> = {};
	if (text.length > name.length + 8) {
		for (const [, key, quoted, single, bare] of text.matchAll(attribute)) {
			if (key) attributes[key.toLowerCase()] = quoted ?? single ?? bare ?? '';
		}
	}
	return { name, block, closing: text[1] === '/', empty: voids.has(name) || text.endsWith('/>'), attributes };
}
