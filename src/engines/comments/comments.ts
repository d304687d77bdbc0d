/** Every comment of a page: who wrote it, when, where it begins and ends, whom it answers. */
import { Collector } from './collector.ts';
import type { Comment } from './comment.ts';
import type { PageNode } from './node.ts';
import { timeReader, type TimeReader } from './timestamps.ts';
import { userLinks } from './users.ts';
import { Walk } from './walk.ts';
import type { WikiData } from './wiki-data.ts';

const SLICE = 400;
const readers = new WeakMap<WikiData, TimeReader>();

function readerOf(wiki: WikiData): TimeReader {
	let reader = readers.get(wiki);
	if (!reader) readers.set(wiki, (reader = timeReader(wiki)));
	return reader;
}

/** The work in slices: `step` goes on for about `budget` milliseconds of the clock it was given; false when all is done. */
export interface CommentWork {
	step(budget: number): boolean;
	/** All comments in document order; call it once `step` has answered false. */
	result(): Comment[];
}

/** Begins to read a page. `title` is the page's own full title (signatures on one's own talk page link to nothing else). */
export function readComments(root: PageNode, wiki: WikiData, title: string, now: () => number): CommentWork {
	const collector = new Collector(readerOf(wiki));
	const walk = new Walk(root, userLinks(wiki, title), collector);
	return {
		step: (budget) => {
			const end = now() + budget;
			while (walk.step(SLICE)) if (now() >= end) return true;
			return false;
		},
		result: () => collector.finish(),
	};
}

/** Every comment under `root`, at one go; any HTML gives a result. */
export function findComments(root: PageNode, wiki: WikiData, title: string): Comment[] {
	const work = readComments(root, wiki, title, () => 0);
	while (work.step(1));
	return work.result();
}
