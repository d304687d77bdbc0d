/** Compares submitted hashes, behind the answer that the client has had: what comes of it is a hint for staff, or nothing. */
import type { Store } from '../store/open.ts';
import { recordHits } from '../store/upload-matches.ts';
import { submissionMatched, waitingSubmission } from '../store/upload-submissions.ts';
import { closedHits, type Matching } from './match.ts';

export async function compareSubmission(
	tag: string,
	work: Matching & { readonly store: Store; now(): number },
): Promise<void> {
	const row = await waitingSubmission(work.store.db, tag);
	if (!row || row.sha1 === null) return;
	const { sha1, wiki } = row;
	const hits = await closedHits(work, { ...row, sha1 });
	await work.store.tx(async (tx) => {
		await recordHits(tx, { wiki, sha1, title: null, tag, now: work.now() }, hits);
		await submissionMatched(tx, tag);
	});
}
