/** What the vault alone tells of a report that was being sent when the browser died, after each step of sending. */
import { expect, test } from 'vitest';
import { randomText } from '../../../src/contract/bytes.ts';
import type { OutboxItem } from '../../../src/contract/vault.ts';
import { createMemoryVault } from '../../../src/host/memory/vault.ts';
import { keptState } from '../../../src/panel/features/report/state.ts';
import type { PanelServices } from '../../../src/panel/services.ts';

const id = randomText(16);
const origin = 'https://haven.example.org';
const at = '2026-11-22T08:00:00Z';
const row = {
	id,
	origin,
	wiki: 'https://wiki.example.org/w',
	secret: randomText(32),
	kind: 'insults',
	subject: 'Bo',
	at,
} as const;
const item: OutboxItem = {
	id,
	origin,
	secret: row.secret,
	report: {
		v: 1,
		wiki: row.wiki,
		route: 'conduct',
		section: 'ucoc:3.1',
		sealed: 'QQ==',
		hash: '0'.repeat(64),
		grants: [{ key: '0'.repeat(16), box: 'QQ==' }],
		follow: 'QQ==',
	},
	wants: 'work',
	at,
	tries: 2,
	notBefore: 0,
};
const receipt = { v: 1, id, hash: '0'.repeat(64), at, key: '0'.repeat(16), signature: 'AA' } as const;

const services = (): PanelServices => ({ vault: createMemoryVault() }) as unknown as PanelServices;

test('before it is in the outbox it was never sent: the words go on being a draft', async () => {
	const panel = services();
	expect(await keptState(panel, id)).toBeNull();
	await panel.vault.put('reports', id, row);
	expect(await keptState(panel, id)).toBeNull();
});

test('in the outbox it waits; refused there, it says why', async () => {
	const panel = services();
	await panel.vault.put('reports', id, row);
	await panel.vault.put('outbox', id, item);
	expect(await keptState(panel, id)).toEqual({ id, state: 'waiting', tries: 2 });
	await panel.vault.put('outbox', id, { ...item, problem: 'wrong-recipients' });
	expect(await keptState(panel, id)).toMatchObject({ state: 'refused', problem: 'wrong-recipients' });
});

test('with a receipt it is sent, although its outbox row is still there', async () => {
	const panel = services();
	await panel.vault.put('outbox', id, item);
	await panel.vault.put('reports', id, { ...row, receipt });
	expect(await keptState(panel, id)).toMatchObject({ state: 'sent', receipt });
});
