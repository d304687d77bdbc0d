/** A node of the outline of a page's source: what the comment engine reads as if it were the rendered page. */
import { ELEMENT, TEXT, type PageNode } from '../comments/node.ts';

/** Stands for [from, to) of the source. A text whose value is not that long was decoded from a reference. */
export class SourceNode implements PageNode {
	readonly nodeType: number;
	readonly nodeName: string;
	readonly nodeValue: string | null;
	parentNode: SourceNode | null = null;
	firstChild: SourceNode | null = null;
	lastChild: SourceNode | null = null;
	nextSibling: SourceNode | null = null;
	previousSibling: SourceNode | null = null;
	readonly from: number;
	readonly to: number;
	readonly #attributes: Readonly<Record<string, string>>;

	constructor(
		name: string,
		value: string | null,
		from: number,
		to: number,
		attributes: Readonly<Record<string, string>> = {},
	) {
		this.nodeType = value === null ? ELEMENT : TEXT;
		this.nodeName = name;
		this.nodeValue = value;
		this.from = from;
		this.to = to;
		this.#attributes = attributes;
	}

	getAttribute(name: string): string | null {
		return this.#attributes[name] ?? null;
	}

	append(child: SourceNode): void {
		child.parentNode = this;
		child.previousSibling = this.lastChild;
		if (this.lastChild) this.lastChild.nextSibling = child;
		else this.firstChild = child;
		this.lastChild = child;
	}

	/** Forgets what it holds so far. */
	clear(): void {
		this.firstChild = this.lastChild = null;
	}
}

/** Where in the source a place of the outline is. */
export function sourceOffset(node: PageNode, offset: number): number {
	if (!(node instanceof SourceNode)) return 0;
	if (node.nodeValue?.length === node.to - node.from) return node.from + offset;
	return offset > 0 ? node.to : node.from;
}
