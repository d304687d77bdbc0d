/** A reporter's verbs: each with the capability from the vault, to the backend that took the report, and to no other. */
import { expect, test } from 'vitest';
import { randomText } from '../../../src/contract/bytes.ts';
import { newPins } from '../../../src/domain/keys/pins.ts';
import { origin, wiki } from './haven.ts';
import { scripted } from './scripted.ts';

const other = 'https://elsewhere.example';
const [id, message, secret] = [randomText(16), randomText(16), randomText(32)];
const at = '2026-01-01T00:00:00Z';
const status = {
	id,
	state: 'received',
	since: at,
	now: at,
	due: null,
	appeal: 'none',
	decidedBy: [],
	badFaith: false,
	feedback: null,
	lastAnswer: null,
	receipt: { v: 1, id, hash: 'a'.repeat(64), at, key: 'b'.repeat(16), signature: 'c' },
};
const thread = { status, follow: 'AAAA', sealed: 'AAAA', messages: [] };
const sent = { id, origin: other, wiki, secret, code: 'A'.repeat(20), kind: 'insults', subject: null, at } as const;
const grants = [{ key: 'd'.repeat(16), box: 'AAAA' }];

test('each verb asks the backend that took the report, with its capability, and gives on what that answers', async () => {
	const path = `/v1/reports/${id}`;
	const { keeper, vault, asked } = await scripted({
		[`GET ${path}`]: { json: status },
		[`GET ${path}/thread`]: { json: thread },
		[`PUT ${path}/messages/${message}`]: { json: {} },
		[`POST ${path}/withdrawal`]: { json: status },
		[`PUT ${path}/appeal`]: { json: status },
		[`PUT ${path}/feedback`]: { json: {} },
	});
	await vault.put('reports', id, sent);
	await vault.put('pins', wiki, newPins(wiki, 0));
	expect(await keeper.reportStatus({ id })).toEqual({ ok: true, value: status });
	expect(await keeper.thread({ id })).toEqual({ ok: true, value: thread });
	expect(await keeper.sendMessage({ id, message, kind: 'evidence', sealed: 'AAAA' })).toMatchObject({ ok: true });
	expect(await keeper.withdraw({ id })).toEqual({ ok: true, value: status });
	expect(await keeper.appeal({ id, message, sealed: 'AAAA', grants })).toEqual({ ok: true, value: status });
	expect(await keeper.feedback({ id, answer: 'partly' })).toMatchObject({ ok: true });
	expect((await vault.get('pins', wiki))?.used, 'not marked as new any more').toEqual([grants[0]?.key]);
	expect(asked.map(({ body }) => body)).toEqual([
		null,
		null,
		{ kind: 'evidence', sealed: 'AAAA' },
		null,
		{ message, sealed: 'AAAA', grants },
		{ answer: 'partly' },
	]);
	expect(new Set(asked.map(({ auth }) => auth))).toEqual(new Set([`Capability ${secret}`]));
	expect(new Set(asked.map(({ url }) => new URL(url).origin))).toEqual(new Set([other]));
});

test('a report that is not in the vault is not found, and nobody is asked', async () => {
	const { keeper, asked } = await scripted({});
	const answers = [
		await keeper.thread({ id }),
		await keeper.sendMessage({ id, message, kind: 'message', sealed: 'AAAA' }),
		await keeper.withdraw({ id }),
		await keeper.appeal({ id, message, sealed: 'AAAA', grants }),
		await keeper.feedback({ id, answer: 'no' }),
	];
	expect(answers).toEqual(answers.map(() => ({ ok: false, problem: 'not-found', params: [] })));
	expect(asked).toEqual([]);
});

test('what a return code gives is looked for at the backend of this wiki, and another report is no answer', async () => {
	const elsewhere = randomText(16);
	const { keeper, asked } = await scripted({
		[`GET /v1/reports/${id}/thread`]: { json: thread },
		[`GET /v1/reports/${elsewhere}/thread`]: { json: thread },
	});
	expect(await keeper.findReport({ wiki, id, secret })).toEqual({ ok: true, value: { origin, thread } });
	expect(asked).toMatchObject([{ auth: `Capability ${secret}`, url: `${origin}/v1/reports/${id}/thread` }]);
	expect(await keeper.findReport({ wiki, id: elsewhere, secret })).toMatchObject({ problem: 'server-error' });
	expect(await keeper.findReport({ wiki, id: randomText(16), secret })).toMatchObject({ problem: 'not-found' });
});

test('a problem of the backend is the answer', async () => {
	const { keeper, vault } = await scripted({
		[`PUT /v1/reports/${id}/appeal`]: { status: 409, json: { problem: 'too-late', params: [] } },
		[`POST /v1/reports/${id}/withdrawal`]: 'offline',
	});
	await vault.put('reports', id, sent);
	expect(await keeper.appeal({ id, message, sealed: 'AAAA', grants })).toMatchObject({ problem: 'too-late' });
	expect(await keeper.withdraw({ id })).toMatchObject({ problem: 'backend-unreachable' });
});
