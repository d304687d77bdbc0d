/** A page of wikitext as a tree-sitter tree: parsed once, then only where it is edited. */
import type { Language, Parser, Tree } from 'web-tree-sitter';
import { Kind } from '../../engines/wikitext/kinds.ts';
import { StreamBuilder, type TokenStream } from '../../engines/wikitext/stream.ts';

/** Where the two WebAssembly files are; the host's entry point knows. */
export interface WikitextUrls {
	runtimeUrl: string;
	grammarUrl: string;
}

/** [start, oldEnd) of the text so far is replaced by `text`. */
export interface WikitextEdit {
	start: number;
	oldEnd: number;
	text: string;
}

/** A place as tree-sitter wants it: row and column beside the offset. */
function pointAt(text: string, offset: number): { row: number; column: number } {
	let row = 0;
	let line = 0;
	for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', line)) {
		row++;
		line = at + 1;
	}
	return { row, column: offset - line };
}

export class TreeParser {
	readonly #parser: Parser;
	readonly #edited: typeof import('web-tree-sitter').Edit;
	readonly #kinds: Map<number, number>;
	#tree: Tree | null = null;

	private constructor(parser: Parser, language: Language, edited: typeof import('web-tree-sitter').Edit) {
		this.#parser = parser;
		this.#edited = edited;
		this.#kinds = new Map(Object.entries(Kind).map(([name, kind]) => [language.idForNodeType(name, true) ?? -1, kind]));
	}

	/** Loads runtime and grammar. Throws where WebAssembly is refused. */
	static async load({ runtimeUrl, grammarUrl }: WikitextUrls): Promise<TreeParser> {
		// Asked first: the runtime would end in the middle of its own start.
		void new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0));
		const { Edit, Language, Parser } = await import('web-tree-sitter');
		await Parser.init({ locateFile: () => runtimeUrl });
		const language = await Language.load(grammarUrl);
		return new TreeParser(new Parser().setLanguage(language), language, Edit);
	}

	/** Parses anew, or with `edit` from the tree there is. False when it took longer than `limit` milliseconds. */
	parse(text: string, limit: number, edit?: WikitextEdit & { before: string }): boolean {
		const old = this.#tree;
		if (old && edit) {
			const newEnd = edit.start + edit.text.length;
			old.edit(
				new this.#edited({
					startIndex: edit.start,
					oldEndIndex: edit.oldEnd,
					newEndIndex: newEnd,
					startPosition: pointAt(edit.before, edit.start),
					oldEndPosition: pointAt(edit.before, edit.oldEnd),
					newEndPosition: pointAt(text, newEnd),
				}),
			);
		}
		const end = performance.now() + limit;
		const options = { progressCallback: () => performance.now() > end };
		this.#tree = this.#parser.parse(text, edit ? old : null, options);
		old?.delete();
		if (!this.#tree) this.#parser.reset();
		return this.#tree !== null;
	}

	/** Whether any part of the page was not understood: never, by the grammar's making. */
	hasError(): boolean {
		return this.#tree?.rootNode.hasError ?? false;
	}

	/** The page's tokens: the tree's leaves. */
	stream(length: number): TokenStream {
		const stream = new StreamBuilder((length >> 3) + 16);
		const cursor = this.#tree?.walk();
		if (!cursor) return stream.finish();
		for (let done = false; !done;) {
			const kind = this.#kinds.get(cursor.nodeTypeId);
			if (kind !== undefined) stream.add(kind, cursor.endIndex);
			if (kind === undefined && cursor.gotoFirstChild()) continue;
			while (!done && !cursor.gotoNextSibling()) done = !cursor.gotoParent();
		}
		cursor.delete();
		return stream.finish();
	}
}
