/** The blocks of a page: paragraphs, lists, headings, rules and tables, opened and closed as lines begin and end. */
import type { SourceTree } from './source-tree.ts';

const paragraphs = new Set(['P']);
const lines = new Set(['LI', 'DD', 'DT', 'H2']);
const lists = new Set(['UL', 'DL']);
const tables = new Set(['TABLE']);
const cells = new Set(['TD']);
const rows = new Set(['TR']);
const around = new Set(['TD', 'TABLE', 'DIV', 'BLOCKQUOTE', 'CENTER']);
const itemOf: Readonly<Record<string, string>> = { ':': 'DD', ';': 'DT' };
const headings = new Set(['H2']);

export class OutlineBlocks {
	readonly #tree: SourceTree;
	/** Whether the line before this one ended inside a list. */
	#afterItem = false;

	constructor(tree: SourceTree) {
		this.#tree = tree;
	}

	/** Makes sure that there is a block for inline text to stand in. */
	paragraph(from: number): void {
		if (this.#afterItem) this.#endList();
		if (!this.#tree.find(paragraphs, around) && !this.#tree.find(lines, around)) this.#tree.open('P', from);
	}

	newline(from: number, to: number): void {
		if (this.#tree.closeNearest(lines, around)) {
			this.#afterItem = this.#tree.find(lists, around) !== null;
			if (to > from + 1) this.#endList();
			return;
		}
		this.#afterItem = false;
		if (to > from + 1) this.#tree.closeNearest(paragraphs, around);
		else if (this.#tree.find(paragraphs, around)) this.#tree.text('\n', from, to);
	}

	indent(blank: boolean): void {
		if (blank) this.endParagraph();
	}

	endParagraph(): void {
		this.#tree.closeNearest(paragraphs, around);
		if (this.#afterItem) this.#endList();
	}

	#endList(): void {
		this.#afterItem = false;
		this.#tree.closeNearest(lists, around);
	}

	item(from: number, mark: string): void {
		const list = itemOf[mark] ? 'DL' : 'UL';
		if (!this.#afterItem || this.#tree.find(lists, around)?.nodeName !== list) {
			this.endParagraph();
			this.#tree.open(list, from);
		}
		this.#afterItem = false;
		this.#tree.open(itemOf[mark] ?? 'LI', from);
	}

	heading(from: number): void {
		this.endParagraph();
		this.#tree.open('H2', from);
	}

	inHeading(): boolean {
		return this.#tree.find(headings, around) !== null;
	}

	rule(from: number, to: number): void {
		this.endParagraph();
		this.#tree.leaf('HR', from, to);
	}

	table(from: number): void {
		this.endParagraph();
		this.#tree.open('TABLE', from);
	}

	row(from: number): void {
		this.#tree.closeNearest(rows, tables);
		if (this.#tree.find(tables)) this.#tree.open('TR', from);
	}

	/** A cell; outside of tables such a line is an argument of a template, a block of its own as well. */
	cell(from: number): void {
		if (!this.#tree.find(tables)) {
			this.endParagraph();
			return;
		}
		this.#tree.closeNearest(cells, tables);
		this.#tree.open('TD', from);
	}

	/** "||" begins the next cell; a first "|" ends what was only the cell's attributes. False outside of cells. */
	pipe(from: number, to: number): boolean {
		const cell = this.#tree.find(cells, tables);
		if (!cell) return false;
		if (to > from + 1) this.cell(from);
		else if (!cell.getAttribute('class')) {
			this.#tree.close(cell);
			cell.clear();
			this.#tree.open('TD', from, { class: 'attributed' });
		} else return false;
		return true;
	}

	endTable(): void {
		this.#tree.close(this.#tree.find(tables));
	}
}
