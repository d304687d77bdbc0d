/** The lines of a page's source that hold a comment, found in the wikitext worker. */
import type { Rendered } from '../../contract/reading.ts';
import type { Comment } from '../../engines/comments/comment.ts';
import type { WikiData } from '../../engines/comments/wiki-data.ts';
import type { WantedComment } from '../../engines/wikitext/match.ts';
import type { PanelServices } from '../services.ts';
import { Wikitext } from '../workers/wikitext.ts';

/** Milliseconds for the worker's start and all its work. */
const patience = 6000;
const longest = 50_000;
const around = 2;
const longestContext = 2000;

export interface SourcePlace {
	readonly first: number;
	readonly last: number;
	/** The whole lines, and up to two on each side. */
	readonly text: string;
	readonly before: string;
	readonly after: string;
}

/** As the worker wants them: each with its number among those of the same author and minute. */
function wantedOf(comments: readonly Comment[]): WantedComment[] {
	const counts = new Map<string, number>();
	return comments.map(({ author, timestampISO }) => {
		const key = `${timestampISO} ${author}`;
		const nth = counts.get(key) ?? 0;
		counts.set(key, nth + 1);
		return { author, timestampISO, nth };
	});
}

/** Lines `first` to `last` of a source, counted from 1, with what stands around them. */
export function linesOf(wikitext: string, first: number, last: number): SourcePlace {
	const lines = wikitext.split('\n');
	return {
		first,
		last,
		text: lines
			.slice(first - 1, last)
			.join('\n')
			.slice(0, longest),
		before: lines
			.slice(Math.max(0, first - 1 - around), first - 1)
			.join('\n')
			.slice(-longestContext),
		after: lines
			.slice(last, last + around)
			.join('\n')
			.slice(0, longestContext),
	};
}

/** 'elsewhere': not in this page's source; null where that could not be found out. */
export async function sourcePlace(
	{ asset }: PanelServices,
	page: Rendered,
	comments: readonly Comment[],
	index: number,
	wiki: WikiData,
	signal: AbortSignal,
): Promise<SourcePlace | 'elsewhere' | null> {
	const life = new AbortController();
	const worker = new Wikitext({
		workerUrl: asset('workers/wikitext.js'),
		runtimeUrl: asset('workers/wikitext-runtime.wasm'),
		grammarUrl: asset('workers/wikitext-grammar.wasm'),
		signal: AbortSignal.any([life.signal, signal]),
		timeout: patience,
	});
	const located = await worker.locate({ text: page.wikitext, title: page.title }, wantedOf(comments), wiki);
	life.abort();
	const place = located.ok ? located.value[index] : undefined;
	if (!place) return null;
	if (place.state === 'not-in-source') return 'elsewhere';
	return linesOf(page.wikitext, place.firstLine, place.lastLine);
}
