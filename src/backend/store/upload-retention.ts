/** What is over is deleted: preserved files after their time, decided matches after theirs. */
import type { ClosedClassId } from '../../domain/upload/classes.ts';
import { deleteMatches } from './upload-matches.ts';
import type { Store } from './open.ts';

/**
 * Deletes preserved files whose time is over, then matches of a class that were decided before a time (ms) and of which no
 * file is preserved: as long as there is one, so is all that was done with it.
 */
export async function dropDecided(store: Store, id: ClosedClassId, before: number, now: number): Promise<void> {
	await store.tx(async (tx) => {
		await tx.deleteFrom('upload_preserved').where('until', '<=', now).execute();
		const rows = await tx
			.selectFrom('upload_match')
			.leftJoin('upload_preserved', 'upload_preserved.match', 'upload_match.id')
			.select('upload_match.id')
			.where('class', '=', id)
			.where('decided', '<', before)
			.where('upload_preserved.match', 'is', null)
			.limit(1_000)
			.execute();
		await deleteMatches(
			tx,
			rows.map((row) => row.id),
		);
	});
}
