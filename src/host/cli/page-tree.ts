/** An HTML file as the nodes that the comment engine reads: parse5's tree, with the names and links a browser would give. */
import { parse, type DefaultTreeAdapterMap } from 'parse5';
import type { PageNode } from '../../engines/comments/node.ts';

type Parsed = DefaultTreeAdapterMap['node'];

class HtmlNode implements PageNode {
	readonly nodeType: number;
	readonly nodeName: string;
	readonly nodeValue: string | null;
	readonly parentNode: HtmlNode | null;
	readonly previousSibling: HtmlNode | null;
	nextSibling: HtmlNode | null = null;
	firstChild: HtmlNode | null = null;
	lastChild: HtmlNode | null = null;
	readonly #attributes: { name: string; value: string }[];

	constructor(from: Parsed, parent: HtmlNode | null) {
		const isText = from.nodeName === '#text';
		this.nodeType = isText ? 3 : 'attrs' in from ? 1 : from.nodeName === '#comment' ? 8 : 9;
		this.nodeName = 'attrs' in from ? from.nodeName.toUpperCase() : from.nodeName;
		this.nodeValue = isText && 'value' in from ? from.value : null;
		this.#attributes = 'attrs' in from ? from.attrs : [];
		this.parentNode = parent;
		this.previousSibling = parent ? parent.lastChild : null;
		if (this.previousSibling) this.previousSibling.nextSibling = this;
		else if (parent) parent.firstChild = this;
		if (parent) parent.lastChild = this;
	}

	getAttribute(name: string): string | null {
		return this.#attributes.find((one) => one.name === name)?.value ?? null;
	}
}

/** Parses a whole document; never throws, whatever the text, and does not recurse, however deep it nests. */
export function parsePage(html: string): PageNode {
	const document = parse(html);
	const root = new HtmlNode(document, null);
	const open: [Parsed, HtmlNode][] = [[document, root]];
	for (let next = open.pop(); next; next = open.pop()) {
		const [from, to] = next;
		if (!('childNodes' in from)) continue;
		for (const child of from.childNodes) open.push([child, new HtmlNode(child, to)]);
	}
	return root;
}
