/** The same thing reported twice by the same person: the earlier report is found, and nobody else's and nothing that never arrived. */
import { expect, test } from 'vitest';
import type { Target } from '../../../src/contract/target.ts';
import { draftKey, type SentReport } from '../../../src/contract/vault.ts';
import { createMemoryVault } from '../../../src/host/memory/vault.ts';
import { earlierReport } from '../../../src/panel/features/report/use-earlier.ts';

const target: Target = {
	type: 'comment',
	wiki: 'https://wiki.example.org/w',
	page: 'Talk:Rivers',
	author: 'Mallory',
	at: '2026-11-20T10:00:00Z',
	commentId: 'c-Mallory-20261120100000-Rivers',
};
const row = (letter: string, at: string, part: Partial<SentReport> = {}): SentReport => {
	const id = letter.repeat(22);
	const receipt = { v: 1, id, hash: '0'.repeat(64), at, key: '0'.repeat(16), signature: 'AA' } as const;
	return {
		id,
		origin: 'https://haven.example.org',
		wiki: target.wiki,
		secret: 'S'.repeat(43),
		kind: 'insults',
		subject: 'Mallory',
		about: draftKey(target),
		at,
		receipt,
		...part,
	};
};

test('R12 the newest report of the same thing is found, by what was reported and not by whom it is about', async () => {
	const vault = createMemoryVault();
	expect(await earlierReport(vault, target)).toBeNull();
	const rows = [
		row('A', '2026-11-21T10:00:00Z'),
		row('B', '2026-11-22T10:00:00Z'),
		row('C', '2026-11-23T10:00:00Z', { about: draftKey({ ...target, commentId: 'another of the same person' }) }),
		row('D', '2026-11-24T10:00:00Z', { receipt: undefined }),
		row('E', '2026-11-25T10:00:00Z', { about: undefined }),
	];
	for (const one of rows) await vault.put('reports', one.id, one);
	expect((await earlierReport(vault, target))?.id).toBe('B'.repeat(22));
	// The same comment as another page shows it, without its quote or from another revision.
	expect((await earlierReport(vault, { ...target, quote: 'as shown', shownRevision: 99 }))?.id).toBe('B'.repeat(22));
	expect(await earlierReport(vault, { ...target, wiki: 'https://other.example/w' })).toBeNull();
});
