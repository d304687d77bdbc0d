/** The few properties of a tree that the comment engine reads: a browser's Node has them as it is, other trees are adapted. */

/**
 * A node of a page. `nodeName` is upper case for HTML elements (as in a browser), `nodeType` 1 is an element, 3 a text.
 * `getAttribute` exists on elements only.
 */
export interface PageNode {
	readonly nodeType: number;
	readonly nodeName: string;
	readonly nodeValue: string | null;
	readonly parentNode: PageNode | null;
	readonly firstChild: PageNode | null;
	readonly lastChild: PageNode | null;
	readonly nextSibling: PageNode | null;
	readonly previousSibling: PageNode | null;
	getAttribute?(name: string): string | null;
}

export const ELEMENT = 1;
export const TEXT = 3;

/** An attribute, '' where the node has none: callers compare and match, they never need to tell the two apart. */
export function attribute(node: PageNode, name: string): string {
	return (node.getAttribute && node.getAttribute(name)) || '';
}

/** The node after this one in document order that is not inside it, or null at the end of `root`. */
export function skipOver(node: PageNode, root: PageNode): PageNode | null {
	let at: PageNode | null = node;
	while (at && at !== root) {
		if (at.nextSibling) return at.nextSibling;
		at = at.parentNode;
	}
	return null;
}
