/** Every comment of a page: who wrote it, when, where it begins and ends, whom it answers. */
import type { Comment } from './comment.ts';
import type { PageNode } from './node.ts';
import { lineEnd, pieceAt, type Place, type Run } from './run.ts';
import { signaturesOf } from './signature.ts';
import { headingText } from './texts.ts';
import { Threads } from './threads.ts';
import { timeReader, type TimeReader } from './timestamps.ts';
import { userLinks } from './users.ts';
import { Walk, type RunReader } from './walk.ts';
import type { WikiData } from './wiki-data.ts';

const SLICE = 400;
const readers = new WeakMap<WikiData, TimeReader>();

function readerOf(wiki: WikiData): TimeReader {
	let reader = readers.get(wiki);
	if (!reader) readers.set(wiki, (reader = timeReader(wiki)));
	return reader;
}

class Collector implements RunReader {
	readonly comments: Comment[] = [];
	private readonly times: TimeReader;
	private readonly threads = new Threads();
	private section: string | null = null;
	private start: (Place & { level: number }) | null = null;
	private marks = new Map<string, string[]>();

	constructor(times: TimeReader) {
		this.times = times;
	}

	heading(node: PageNode): void {
		this.section = headingText(node);
		this.start = null;
		this.threads.reset();
	}

	mark(id: string): void {
		const found = /^c-(.+?)-(\d{4})-?(\d\d)-?(\d\d)T?(\d\d):?(\d\d)/.exec(id);
		if (!found) return;
		const [, author = '', year, month, day, hour, minute] = found;
		const key = `${author.replace(/_/g, ' ')} ${year}-${month}-${day}T${hour}:${minute}:00Z`;
		this.marks.set(key, [...(this.marks.get(key) ?? []), id]);
	}

	/** Puts DiscussionTools' ids to the comments that it marked. */
	finish(): Comment[] {
		if (this.marks.size > 0) {
			for (const comment of this.comments) {
				comment.permalink = this.marks.get(`${comment.author} ${comment.timestampISO}`)?.shift() ?? null;
			}
		}
		return this.comments;
	}

	private begin(run: Run, piece: number): void {
		for (let i = piece; i < run.pieces.length && !this.start; i++) {
			const one = run.pieces[i];
			if (one && one.first >= 0) this.start = { node: one.node, offset: one.first, level: one.level };
		}
	}

	run(run: Run): void {
		this.begin(run, 0);
		if (run.links.length === 0 || !run.text.includes(')')) return;
		const stamps = this.times(run.text);
		if (stamps.length === 0) return;
		for (const signed of signaturesOf(run, stamps)) {
			const sign = run.pieces[pieceAt(run, signed.timeStart)];
			if (!sign) continue;
			const start = this.start ?? { ...placeIn(run, signed.start), level: sign.level };
			const last = lastPiece(run, pieceAt(run, signed.end - 1), lineEnd(run, signed.end));
			const level = Math.min(start.level, sign.level) + 1;
			const index = this.comments.length;
			this.comments.push({
				author: signed.author,
				certain: signed.certain,
				candidates: signed.candidates,
				timestampISO: `${new Date(signed.utc).toISOString().slice(0, 16)}:00Z`,
				level,
				parent: this.threads.parentOf(level, index),
				heading: this.section,
				start: { node: start.node, offset: start.offset },
				end: last.place,
				signatureStart: placeIn(run, signed.start),
				signatureEnd: placeIn(run, signed.end, true),
				permalink: null,
			});
			this.start = null;
			this.begin(run, last.index + 1);
		}
	}
}

/** The place of a position of the text; `after` the character before it, where two nodes meet. */
function placeIn(run: Run, position: number, after = false): Place {
	const piece = run.pieces[pieceAt(run, after ? position - 1 : position)];
	if (!piece) throw new RangeError('a run without pieces has no places');
	return { node: piece.node, offset: Math.max(0, Math.min(position - piece.from, piece.to - piece.from)) };
}

/** The last piece that begins before a position of the text and may belong to a comment; at least the one of its time stamp. */
function lastPiece(run: Run, signed: number, before: number): { index: number; place: Place } {
	let index = run.pieces.length - 1;
	for (; index > signed; index--) {
		const piece = run.pieces[index];
		if (piece && piece.from < before && piece.first >= 0) break;
	}
	const piece = run.pieces[index];
	if (!piece) throw new RangeError('a run without pieces has no end');
	const value = piece.node.nodeValue;
	return { index, place: { node: piece.node, offset: value === null ? 1 : value.trimEnd().length } };
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
