/** The tray's own reckoning: what counts as the same, what fits into a report, whom it names, what is left once it arrived. */
import { expect, test } from 'vitest';
import { mostAttachments, type Attachment } from '../../../../src/contract/attachment.ts';
import type { Evidence } from '../../../../src/contract/evidence.ts';
import type { Target } from '../../../../src/contract/target.ts';
import { draftKey } from '../../../../src/contract/vault.ts';
import { createMemoryVault } from '../../../../src/host/memory/vault.ts';
import { extraOf } from '../../../../src/panel/features/report/tray/extra-of.ts';
import { fitting, hasRoom } from '../../../../src/panel/attachments/room.ts';
import * as store from '../../../../src/panel/features/report/tray/store.ts';
import { longestBody } from '../../../../src/panel/sealing/pad.ts';

const target: Target = { type: 'comment', wiki: 'https://wiki.example.org/w', author: 'Mallory', page: 'Talk:A' };
const at = '2026-11-22T08:00:00.000Z';
const evidence = (part: Partial<Evidence> = {}): Evidence => ({
	target,
	permalink: 'https://wiki.example.org/1',
	state: 'confirmed',
	...part,
});
const picture = (size: number, sha256 = 'ab'.repeat(32)): Attachment => ({
	origin: 'image',
	type: 'image/png',
	name: 'a.png',
	bytes: 'A'.repeat(size),
	sha256,
});

test('two passages of one page are two pieces, the same words clicked at a later revision are one', () => {
	const selection: Target = { ...target, type: 'selection', author: null, quote: 'one', shownRevision: 4 };
	expect(store.pieceKey(selection)).toBe(store.pieceKey({ ...selection, shownRevision: 9 }));
	expect(store.pieceKey(selection)).not.toBe(store.pieceKey({ ...selection, quote: 'two' }));
});

test('room is for twenty attachments, and for what the backend takes', () => {
	expect(hasRoom([evidence()], [], picture(8_000_000))).toBe(true);
	expect(hasRoom([evidence()], [picture(8_000_000)], picture(1_000_000))).toBe(false);
	expect(
		hasRoom(
			[],
			Array.from({ length: mostAttachments }, () => picture(4)),
			picture(4),
		),
	).toBe(false);
});

test('where it would be too much, the newest pieces lose their source text and keep the rest', () => {
	const wikitext = 'क'.repeat(50_000);
	const all = Array.from({ length: 50 }, () => evidence({ wikitext, hash: '0'.repeat(64) }));
	const kept = fitting(all, [picture(4_000_000)]);
	expect(JSON.stringify(kept).length).toBeLessThan(longestBody);
	expect(new TextEncoder().encode(JSON.stringify(kept)).length + 4_000_000).toBeLessThan(longestBody);
	expect(kept[0]?.wikitext).toBe(wikitext);
	expect(kept.at(-1)).toEqual(evidence({ hash: '0'.repeat(64) }));
	expect(fitting(all.slice(0, 5), [])).toEqual(all.slice(0, 5));
});

test('nothing goes out before the wiki told who wrote each piece; then all whom it names are named', () => {
	const piece = { draft: 'd', target, evidence: null, at };
	const tray = { pieces: [piece], attachments: [{ draft: 'd', attachment: picture(4), at }] };
	expect(extraOf(null, new Map(), null, false)).toBeNull();
	expect(extraOf(tray, new Map(), evidence(), false)).toBeNull();
	const late = new Map([[store.pieceKey(target), evidence({ state: 'unconfirmed' })]]);
	expect(extraOf(tray, late, null, false)?.evidence).toEqual([evidence({ state: 'unconfirmed' })]);
	const asked = evidence({ addedBy: { revision: 3, user: 'Trent', at } });
	const told = { ...tray, pieces: [{ ...piece, evidence: asked }] };
	expect(extraOf(told, new Map(), evidence(), false)).toEqual({
		evidence: [asked],
		attachments: [picture(4)],
		named: ['Mallory', 'Trent'],
	});
	expect(extraOf(told, new Map(), evidence(), true)?.attachments).toEqual([]);
});

test('each draft has its own rows; emptied, they go with the collecting, and those of others stay', async () => {
	const vault = createMemoryVault();
	const other: Target = { ...target, author: 'Oscar' };
	for (const subject of [target, other]) {
		const draft = draftKey(subject);
		await store.keepPiece(vault, { draft, target: { ...target, type: 'user' }, evidence: null, at });
		await store.keepAttachment(vault, draft, picture(4), at);
		await vault.put('collecting', subject.wiki, { target: subject, at });
	}
	expect(await store.isCollecting(vault, target)).toBe(false);
	expect(await store.isCollecting(vault, other)).toBe(true);
	await store.emptyTray(vault, other);
	expect(await vault.all('collecting')).toEqual([]);
	expect(await store.readTray(vault, draftKey(other))).toEqual({ pieces: [], attachments: [] });
	const left = await store.readTray(vault, draftKey(target));
	expect([left.pieces.length, left.attachments.length]).toEqual([1, 1]);
});

test('what belonged to a report that arrived unseen goes; what waits or is being written stays', async () => {
	const vault = createMemoryVault();
	const draft = { target, evidence: null, kind: null, details: '', alsoNamed: [], at };
	const [arrived, waiting] = ['A'.repeat(22), 'B'.repeat(22)];
	const receipt = { v: 1 as const, id: arrived, hash: '0'.repeat(64), at, key: '0'.repeat(16), signature: 'AAAA' };
	const report = { origin: 'https://haven.example.org', wiki: target.wiki, secret: 'S'.repeat(43), subject: null, at };
	await vault.put('reports', arrived, { ...report, id: arrived, kind: 'insults', receipt });
	await vault.put('reports', waiting, { ...report, id: waiting, kind: 'insults' });
	for (const [key, part] of Object.entries({ a: { sentAs: arrived }, b: { sentAs: waiting }, c: {} })) {
		const subject = { ...target, author: key };
		await vault.put('drafts', draftKey(subject), { ...draft, target: subject, ...part });
		await store.keepAttachment(vault, draftKey(subject), picture(4), at);
	}
	await store.sweep(vault);
	expect((await vault.all('attachments')).map(({ value }) => value.draft)).toEqual(
		['b', 'c'].map((author) => draftKey({ ...target, author })),
	);
});

test('what the wiki says of a piece that was taken out in between brings it not back', async () => {
	const vault = createMemoryVault();
	const piece = { draft: 'd', target, evidence: null, at };
	await store.keepPiece(vault, piece);
	await store.dropPiece(vault, piece);
	await store.keepEvidence(vault, piece, evidence());
	expect(await vault.all('pieces')).toEqual([]);
});
