/** Reads a page's tokens into an outline of the rendered page, so that one engine finds comments in both. */
import type { WikiData } from '../comments/wiki-data.ts';
import { matchBraces, type Braces } from './braces.ts';
import { Kind } from './kinds.ts';
import { OutlineBlocks } from './outline-blocks.ts';
import { OutlineInline } from './outline-inline.ts';
import type { SourceNode } from './source-node.ts';
import { SourceTree } from './source-tree.ts';
import type { TokenStream } from './stream.ts';

/** One reading of a page. */
class Outline {
	readonly tree = new SourceTree();
	readonly #text: string;
	readonly #stream: TokenStream;
	readonly #braces: Braces;
	readonly #blocks = new OutlineBlocks(this.tree);
	readonly #inline: OutlineInline;

	constructor(text: string, stream: TokenStream, wiki: WikiData) {
		this.#text = text;
		this.#stream = stream;
		this.#braces = matchBraces(stream);
		this.#inline = new OutlineInline(this.tree, this.#blocks, text, wiki);
	}

	#from = (index: number): number => (index > 0 ? (this.#stream.ends[index - 1] ?? 0) : 0);
	#to = (index: number): number => this.#stream.ends[index] ?? this.#text.length;
	#kind = (index: number): number => this.#stream.kinds[index] ?? Kind.newline;

	read(): SourceNode {
		for (let i = 0; i < this.#stream.count; i++) i = this.#token(i);
		return this.tree.root;
	}

	/** Reads the token at `i`; the index of the last token that it took. */
	#token(i: number): number {
		const from = this.#from(i);
		const to = this.#to(i);
		switch (this.#kind(i)) {
			case Kind.newline:
				this.#inline.endLine();
				this.#blocks.newline(from, to);
				return i;
			case Kind.indent:
				this.#blocks.indent(this.#kind(i + 1) === Kind.newline);
				return i;
			case Kind.list_mark:
				this.#blocks.item(from, this.#text.charAt(to - 1));
				return i;
			case Kind.heading_open:
				if (this.#isHeading(i)) this.#blocks.heading(from);
				else this.#inline.text(from, to);
				return i;
			case Kind.heading_close:
				if (!this.#blocks.inHeading()) this.#inline.text(from, to);
				return i;
			case Kind.rule:
				this.#blocks.rule(from, to);
				return i;
			case Kind.table_open:
				this.#blocks.table(from);
				return this.#line(i);
			case Kind.table_row:
				this.#blocks.row(from);
				return this.#line(i);
			case Kind.table_close:
				this.#blocks.endTable();
				return i;
			case Kind.table_cell:
			case Kind.table_head:
			case Kind.table_caption:
				this.#blocks.cell(from);
				return i;
			case Kind.template_open:
				return this.#template(i);
			default:
				this.#inline.token(this.#kind(i), from, to);
				return i;
		}
	}

	/** The last token before the end of the line. */
	#line(i: number): number {
		while (i + 1 < this.#stream.count && this.#kind(i + 1) !== Kind.newline) i++;
		return i;
	}

	/** Whether a "=" that opens a line is answered by one that closes it. */
	#isHeading(i: number): boolean {
		let closed = false;
		for (let at = i + 1; this.#kind(at) !== Kind.newline; at++) {
			const kind = this.#kind(at);
			const blank =
				kind === Kind.comment || (kind === Kind.text && !this.#text.slice(this.#from(at), this.#to(at)).trim());
			if (!blank) closed = kind === Kind.heading_close;
		}
		return closed;
	}

	/**
	 * What a template shows is not in this page. One without links inside stands as a picture; one alone on its line, as
	 * outdents and boxes are, as nothing: no comment begins with it. Of one with links the arguments are read as text.
	 */
	#template(i: number): number {
		const end = this.#braces.endOf[i] ?? -1;
		if (end < 0) {
			this.#inline.text(this.#from(i), this.#to(i));
			return i;
		}
		if (this.#braces.linksBefore[i] === this.#braces.linksBefore[end]) {
			const alone = this.#kind(i - 1) === Kind.newline && this.#kind(end + 1) === Kind.newline;
			if (!alone) this.#inline.picture(this.#from(i), this.#to(end));
			return end;
		}
		while (i + 1 < end && this.#kind(i + 1) === Kind.text) i++;
		return i;
	}
}

/** The outline of a page: a tree for `findComments`, each node with its place in the source. Any text has one. */
export function outline(text: string, stream: TokenStream, wiki: WikiData): SourceNode {
	return new Outline(text, stream, wiki).read();
}
