/** Walks a page once, in document order, and hands every run of text to a reader. */
import {
	BLOCK,
	BREAK,
	FOLD,
	HEADING,
	ITEM,
	JUMP,
	LINK,
	LIST,
	MEDIA,
	QUOTE,
	SKIP,
	SLANT,
	hides,
	meaningOfClass,
	meaningOfName,
} from './elements.ts';
import { ELEMENT, TEXT, attribute, type PageNode } from './node.ts';
import { FOREIGN, emptyRun, type LinkSpan, type Piece, type Run } from './run.ts';
import type { UserLink } from './users.ts';

export interface RunReader {
	run(run: Run): void;
	heading(node: PageNode): void;
	/** A mark of DiscussionTools: the id of a comment. */
	mark(id: string): void;
}

/** What an open element changed, to be undone when it closes. */
interface Open {
	node: PageNode;
	meaning: number;
	from: number;
	/** Which run it was opened in. */
	run: number;
}

/** The walk: call `step` until it answers false. It never recurses; a page that changes meanwhile only ends it early. */
export class Walk {
	private readonly root: PageNode;
	private readonly reader: RunReader;
	private readonly userOf: (link: PageNode) => UserLink | null;
	private at: PageNode | null;
	private run: Run = emptyRun();
	private runs = 0;
	private said = '';
	private length = 0;
	private open: Open[] = [];
	private level = 0;
	private quotes = 0;
	private jumps = 0;
	private link: LinkSpan | null = null;

	constructor(root: PageNode, userOf: (link: PageNode) => UserLink | null, reader: RunReader) {
		this.root = root;
		this.at = root;
		this.userOf = userOf;
		this.reader = reader;
	}

	/** Visits up to `nodes` nodes; false when the page is done. */
	step(nodes: number): boolean {
		let at = this.at;
		for (let left = nodes; at && left > 0; left--) {
			let inside = false;
			if (at.nodeType === TEXT) this.text(at);
			else inside = at.nodeType !== ELEMENT || this.enter(at);
			const child: PageNode | null = inside ? at.firstChild : null;
			if (child) {
				at = child;
				continue;
			}
			if (inside) this.leave(at);
			at = this.next(at);
		}
		this.at = at;
		if (!at) this.flush();
		return at !== null;
	}

	private next(from: PageNode): PageNode | null {
		let at: PageNode | null = from;
		while (at && at !== this.root) {
			if (at.nextSibling) return at.nextSibling;
			at = at.parentNode;
			if (at) this.leave(at);
		}
		return null;
	}

	private text(node: PageNode): void {
		const value = node.nodeValue ?? '';
		if (!value) return;
		const quoted = this.quotes > 0;
		const text = quoted ? FOREIGN : value;
		const first = this.jumps > 0 ? -1 : value.search(/[^\s\u200b\u200e\u200f]/);
		this.add({ node, from: this.length, to: this.length + text.length, level: this.level, first });
		this.said += text;
		this.length += text.length;
	}

	private add(piece: Piece): void {
		this.run.pieces.push(piece);
	}

	/** Opens an element; false where its inside is of no interest. */
	private enter(node: PageNode): boolean {
		const name = node.nodeName;
		const style = attribute(node, 'class');
		let meaning = meaningOfName(name);
		if (style) meaning |= meaningOfClass(style);
		if (meaning & SKIP) {
			return false;
		}
		// Wikitext cannot style a link itself, and there are many.
		if (!(meaning & (LINK | FOLD))) {
			const look = attribute(node, 'style');
			if (look && hides(look)) return false;
		}
		if (meaning & HEADING) {
			this.flush();
			if (this.quotes === 0) this.reader.heading(node);
			return false;
		}
		if (name === 'SPAN') {
			const id = attribute(node, 'data-mw-comment-end');
			if (id) this.reader.mark(id);
		}
		if (meaning & MEDIA) {
			const first = this.jumps > 0 || attribute(node, 'width') === '1' ? -1 : 0;
			this.add({ node, from: this.length, to: this.length, level: this.level, first });
			return false;
		}
		if (meaning & BREAK) {
			this.run.breaks.push(this.length);
			this.said += '\n';
			this.length++;
			return false;
		}
		if (meaning & LIST && isTitleOnly(node)) meaning |= JUMP;
		if (meaning & BLOCK) this.flush();
		if (meaning & ITEM) this.level++;
		if (meaning & QUOTE) this.quotes++;
		if (meaning & JUMP) this.jumps++;
		if (meaning & LINK && this.quotes === 0) {
			const user = this.userOf(node);
			if (user) this.run.links.push((this.link = { start: this.length, end: this.length, user }));
		}
		if (meaning) this.open.push({ node, meaning, from: this.length, run: this.runs });
		return true;
	}

	private leave(node: PageNode): void {
		const open = this.open.at(-1);
		if (!open || open.node !== node) return;
		this.open.pop();
		const { meaning } = open;
		if (meaning & LINK && this.link) {
			if (open.run === this.runs) this.link.end = this.length;
			this.link = null;
		}
		if (meaning & SLANT && open.run === this.runs && this.length > open.from) {
			this.run.slanted.push([open.from, this.length]);
		}
		if (meaning & BLOCK) this.flush();
		if (meaning & ITEM) this.level--;
		if (meaning & QUOTE) this.quotes--;
		if (meaning & JUMP) this.jumps--;
	}

	private flush(): void {
		const { run } = this;
		if (run.pieces.length === 0 && run.links.length === 0 && this.length === 0) return;
		if (run.pieces.length > 0) {
			if (this.link) this.link.end = this.length;
			// Without a link nobody signs: only the places of its pieces are of use.
			if (run.links.length > 0) run.text = this.said;
			this.reader.run(run);
		}
		// Most runs have no link; theirs is used again, since garbage is what this walk costs most.
		if (run.links.length > 0) this.run = emptyRun();
		else run.pieces.length = run.breaks.length = run.slanted.length = 0;
		this.runs++;
		this.said = '';
		this.length = 0;
	}
}

/** Whether a definition list has terms only: such lists serve as small headings. */
function isTitleOnly(list: PageNode): boolean {
	let terms = 0;
	for (let child = list.firstChild; child; child = child.nextSibling) {
		if (child.nodeType !== ELEMENT) continue;
		if (child.nodeName !== 'DT') return false;
		terms++;
	}
	return terms > 0;
}
