/** The page that a wikitext worker holds, read with WebAssembly, or in plain TypeScript where that is refused or late. */
import type { WikiData } from '../../engines/comments/wiki-data.ts';
import { locate, type Located } from '../../engines/wikitext/locate.ts';
import type { WantedComment } from '../../engines/wikitext/match.ts';
import type { TokenStream } from '../../engines/wikitext/stream.ts';
import { tokenize } from '../../engines/wikitext/tokenize.ts';
import { TreeParser, type WikitextEdit, type WikitextUrls } from './wikitext-tree.ts';

export interface WikitextSettings extends WikitextUrls {
	/** Milliseconds that loading may take before the plain reader does it; 2,000 unless told. */
	limit?: number;
}

/** Who read the page, how long it took, whether any of it was not understood (it never is). */
export interface Parsed {
	engine: 'wasm' | 'plain';
	ms: number;
	length: number;
	error: boolean;
}

/**
 * Milliseconds that one parse may take: ten times what a page of 1 MB needs. What takes longer is a page made to be slow,
 * and the plain reader ends on any of those in half of it, so that together they stay below a second.
 */
const parseLimit = 600;

const late = (ms: number): Promise<null> => new Promise((resolve) => setTimeout(resolve, ms, null));

export class WikitextSession {
	#settings: WikitextSettings | null = null;
	#loading: Promise<TreeParser | null> | null = null;
	#parser: TreeParser | null = null;
	#text = '';
	/** The tokens of the text; made when first needed after a change. */
	#stream: TokenStream | null = null;

	/** Where the grammar is; nothing is loaded before the first page. */
	init(settings: WikitextSettings): void {
		this.#settings = settings;
	}

	#load(): Promise<TreeParser | null> {
		const { runtimeUrl, grammarUrl, limit = 2000 } = this.#settings ?? {};
		if (!runtimeUrl || !grammarUrl) return Promise.resolve(null);
		const parser = TreeParser.load({ runtimeUrl, grammarUrl }).catch(() => null);
		return Promise.race([parser, late(limit)]);
	}

	#read(text: string, edit?: WikitextEdit & { before: string }): Parsed {
		const begin = performance.now();
		this.#text = text;
		this.#stream = null;
		if (this.#parser && !this.#parser.parse(text, parseLimit, edit)) this.#parser = null;
		if (!this.#parser) this.#stream = tokenize(text);
		const engine = this.#parser ? 'wasm' : 'plain';
		const error = this.#parser?.hasError() ?? false;
		return { engine, ms: performance.now() - begin, length: text.length, error };
	}

	/** Reads a page. */
	async parse(text: string): Promise<Parsed> {
		this.#loading ??= this.#load();
		this.#parser = await this.#loading;
		return this.#read(text);
	}

	/** Changes the page that was read last. */
	edit(edit: WikitextEdit): Parsed {
		const before = this.#text;
		const oldEnd = Math.min(Math.max(edit.start, edit.oldEnd), before.length);
		const start = Math.min(edit.start, oldEnd);
		const text = before.slice(0, start) + edit.text + before.slice(oldEnd);
		return this.#read(text, { start, oldEnd, text: edit.text, before });
	}

	/** The tokens of the page that was read last. */
	tokens(): TokenStream {
		return (this.#stream ??= this.#parser?.stream(this.#text.length) ?? tokenize(this.#text));
	}

	/** Where comments of the rendered page stand in its source, `text`; `title` is the page's full title. */
	async locate(text: string, comments: readonly WantedComment[], wiki: WikiData, title: string): Promise<Located[]> {
		if (text !== this.#text || (!this.#stream && !this.#parser)) await this.parse(text);
		return locate(text, this.tokens(), wiki, title, comments);
	}
}
