/** Closes decided reports once nobody may appeal any more. */
import type { Services } from '../services.ts';
import { closeDecided } from '../store/closing.ts';
import { deadlinesOf } from '../wiki/deadlines.ts';

export async function closeOld({ config, store, directory, receipts, now }: Services): Promise<void> {
	for (const { base } of config.wikis) {
		const { appealDays } = await deadlinesOf(directory, base);
		await closeDecided(store, receipts, base, now() - appealDays * 24 * 3_600_000, now());
	}
}
