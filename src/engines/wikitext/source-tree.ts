/** Builds the outline of a page: elements open and close as MediaWiki's output would have them, as far as comments care. */
import { SourceNode } from './source-node.ts';

/** Real pages nest a few dozen deep; what lies deeper stays flat, so that no page makes closing slow. */
const deepest = 200;
const items = new Set(['LI', 'DD', 'DT', 'TD', 'CAPTION', 'H2', 'P', 'PRE']);

export class SourceTree {
	readonly root = new SourceNode('DIV', null, 0, 0);
	#open: SourceNode[] = [this.root];

	get top(): SourceNode {
		return this.#open.at(-1) ?? this.root;
	}

	open(name: string, from: number, attributes?: Readonly<Record<string, string>>): void {
		const node = new SourceNode(name, null, from, from, attributes);
		this.top.append(node);
		if (this.#open.length < deepest) this.#open.push(node);
	}

	leaf(name: string, from: number, to: number): void {
		this.top.append(new SourceNode(name, null, from, to));
	}

	text(value: string, from: number, to: number): void {
		if (value) this.top.append(new SourceNode('#text', value, from, to));
	}

	/** The nearest open element with such a name; `barrier` names stop the search. */
	find(names: ReadonlySet<string>, barrier: ReadonlySet<string> = new Set()): SourceNode | null {
		for (let i = this.#open.length - 1; i > 0; i--) {
			const node = this.#open[i];
			if (node && names.has(node.nodeName)) return node;
			if (node && barrier.has(node.nodeName)) return null;
		}
		return null;
	}

	/** Closes an open element and what is open inside it. */
	close(node: SourceNode | null): boolean {
		const at = node ? this.#open.lastIndexOf(node) : -1;
		if (at < 1) return false;
		this.#open.length = at;
		return true;
	}

	/** Closes the nearest of these that is open in the current block. */
	closeInline(names: ReadonlySet<string>): boolean {
		return this.close(this.find(names, items));
	}

	/** Closes paragraph, list item or heading: whatever a line of another kind ends. */
	closeNearest(names: ReadonlySet<string>, barrier: ReadonlySet<string>): boolean {
		return this.close(this.find(names, barrier));
	}
}
