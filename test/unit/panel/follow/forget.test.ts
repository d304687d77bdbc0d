/** Taking a report off a device: every trace of it, and of no other. */
import { expect, test } from 'vitest';
import { collections, type CollectionName } from '../../../../src/contract/vault.ts';
import { createMemoryVault } from '../../../../src/host/memory/vault.ts';
import { forget } from '../../../../src/panel/features/follow/forget.ts';
import { followed } from '../../../browser/panel/followed.ts';

test('nothing of the report stays here, whatever was being written about it; another one stays whole', async () => {
	const vault = createMemoryVault();
	const at = '2026-11-22T08:00:00.000Z';
	const reports = await Promise.all([followed(), followed()]);
	for (const { row } of reports) {
		const { id, wiki } = row;
		const target = { type: 'user', wiki, author: 'Mallory' } as const;
		await vault.put('reports', id, row);
		await vault.put('replies', id, { message: id, text: 'One more thing.', at });
		await vault.put('replies', `appeal|${id}`, { message: id, text: 'Please look again.', at });
		await vault.put('drafts', id, { target, evidence: null, kind: null, details: '', alsoNamed: [], at, sentAs: id });
		await vault.put('attachments', `reply|${id}#0`, {
			draft: `reply|${id}`,
			attachment: { origin: 'link', type: 'text/uri-list', name: 'x', bytes: 'AAAA', sha256: '0'.repeat(64) },
			at,
		});
	}
	const [gone = '', stays = ''] = reports.map(({ row }) => row.id);
	await forget(vault, gone);
	const names = Object.keys(collections) as CollectionName[];
	const rows = (await Promise.all(names.map((name) => vault.all(name)))).flat();
	expect(JSON.stringify(rows)).not.toContain(gone);
	expect(rows.filter((row) => JSON.stringify(row).includes(stays))).toHaveLength(5);
});
