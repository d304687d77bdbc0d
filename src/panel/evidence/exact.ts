/** Reads the page of a clicked comment again, beside whatever that page shows, and finds the comment in it. */
import { done, failed, type Outcome } from '../../contract/problem.ts';
import type { Rendered } from '../../contract/reading.ts';
import type { Target } from '../../contract/target.ts';
import type { Comment } from '../../engines/comments/comment.ts';
import { readComments } from '../../engines/comments/comments.ts';
import type { WikiData } from '../../engines/comments/wiki-data.ts';
import type { PanelServices } from '../services.ts';
import { breathe, pacer, sliceMs } from './breath.ts';
import { findClicked } from './find-clicked.ts';
import { inertPage } from './inert.ts';
import { sourcePlace, type SourcePlace } from './source-place.ts';

export interface Exact {
	readonly title: string;
	readonly revision: number;
	/** null: no comment of that revision is the clicked one. */
	readonly comment: Pick<
		Comment,
		'author' | 'certain' | 'candidates' | 'timestampISO' | 'heading' | 'permalink'
	> | null;
	/** Its words. */
	readonly text: string;
	readonly source: SourcePlace | 'elsewhere' | null;
}

async function commentsOf(page: Rendered, wiki: WikiData, signal: AbortSignal): Promise<Comment[]> {
	const work = readComments(await inertPage(page.html, pacer(signal)), wiki, page.title, () => performance.now());
	while (work.step(sliceMs)) {
		await breathe();
		signal.throwIfAborted();
	}
	return work.result();
}

async function read(services: PanelServices, target: Target, signal: AbortSignal): Promise<Outcome<Exact>> {
	const { wiki, shownRevision: revision, page: title } = target;
	const of = revision === undefined ? { title } : { revision };
	const [data, rendered] = await Promise.all([
		services.keeper.call('wikiData', { wiki }),
		services.keeper.call('rendered', { wiki, ...of }),
	]);
	if (!data.ok) return data;
	if (!rendered.ok) return rendered;
	const page = rendered.value;
	const known = data.value as WikiData;
	const comments = await commentsOf(page, known, signal);
	const clicked = await findClicked(comments, target, pacer(signal));
	const comment = clicked ? comments[clicked.index] : undefined;
	const common = { title: page.title, revision: page.revision };
	if (!clicked || !comment) return done({ ...common, comment: null, text: '', source: null });
	const source = await sourcePlace(services, page, comments, clicked.index, known, signal);
	return done({ ...common, comment, text: clicked.text, source });
}

/** The panel waits for nothing longer than `limit` milliseconds: what is late is told as such. */
export async function readExact(services: PanelServices, target: Target, limit = 10_000): Promise<Outcome<Exact>> {
	const life = new AbortController();
	const signal = AbortSignal.any([life.signal, services.signal]);
	const late = new Promise<Outcome<Exact>>((give) => setTimeout(give, limit, failed('timed-out')));
	const reading = read(services, target, signal).catch((error: unknown): Outcome<Exact> => {
		if (signal.aborted) return failed('cancelled');
		throw error;
	});
	const outcome = await Promise.race([reading, late]);
	life.abort();
	return outcome;
}
