/** Makes comments of the runs of a page as they come by. */
import type { Comment } from './comment.ts';
import type { PageNode } from './node.ts';
import { lastPiece, placeIn } from './places.ts';
import { lineEnd, pieceAt, type Place, type Run } from './run.ts';
import { signaturesOf } from './signature.ts';
import { headingText } from './texts.ts';
import { Threads } from './threads.ts';
import type { TimeReader } from './timestamps.ts';
import type { RunReader } from './walk.ts';

/** Hears a walk over a page; `finish` gives its comments. */
export class Collector implements RunReader {
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

	/**
	 * Puts DiscussionTools' ids to the comments that it marked. Where it marked one of that minute for somebody else, two
	 * readers disagree and the author is not certain.
	 */
	finish(): Comment[] {
		if (this.marks.size === 0) return this.comments;
		for (const comment of this.comments) {
			comment.permalink = this.marks.get(`${comment.author} ${comment.timestampISO}`)?.shift() ?? null;
		}
		const left = new Map<string, [author: string, id: string]>();
		for (const [key, ids] of this.marks) {
			const minute = key.slice(-20);
			for (const id of ids) left.set(minute, [key.slice(0, -21), id]);
		}
		for (const comment of this.comments) {
			const other = comment.permalink ? undefined : left.get(comment.timestampISO);
			if (!other) continue;
			comment.certain = false;
			comment.candidates = [...new Set([...comment.candidates, other[0]])];
			comment.permalink = other[1];
		}
		this.marks.clear();
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
