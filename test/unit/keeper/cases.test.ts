/** A handler's verbs: each with the session of its wiki, as the contract's routes take it. */
import { expect, test } from 'vitest';
import { randomText } from '../../../src/contract/bytes.ts';
import { origin, wiki } from './haven.ts';
import { scripted } from './scripted.ts';

const token = 't'.repeat(43);
const [id, message] = [randomText(16), randomText(16)];
const at = '2026-01-01T00:00:00Z';
const session = { origin, token, user: 'Hana', until: '2026-02-01T00:00:00Z' };
const row = {
	id,
	wiki,
	route: 'conduct',
	section: 'ucoc:3.1',
	at,
	state: 'received',
	since: at,
	due: null,
	grants: [],
	standing: 'work',
	appealed: false,
	unanswered: null,
	version: 1,
	head: 'ab'.repeat(32),
	changed: at,
	assigned: null,
	lease: null,
	severity: null,
	snoozed: null,
	group: null,
	hold: null,
};
const event = {
	v: 1,
	report: id,
	seq: 2,
	previous: 'ab'.repeat(32),
	at,
	kind: 'claim',
	data: {},
	sealedHash: null,
	by: 'a'.repeat(16),
	signature: 'c2lnbmVk',
} as const;
const thread = {
	row,
	messages: [],
	decidedByMe: false,
	pseudonymous: false,
	badFaith: { findings: 0, mine: false },
};

test('thread, events and openings go to their routes with the token and nothing else', async () => {
	const { keeper, vault, asked } = await scripted({
		[`GET /v1/cases/${id}/thread`]: { json: thread },
		[`POST /v1/cases/${id}/events`]: { json: row },
		[`GET /v1/cases/${id}/events`]: { json: { row, events: [], holders: [] } },
		[`DELETE /v1/cases/${id}/live`]: { json: {} },
		[`DELETE /v1/cases/${id}/bad-faith`]: { json: {} },
		'GET /v1/openings': { json: { openings: [] } },
		'POST /v1/openings': { json: { id: message } },
		[`POST /v1/openings/${message}/approval`]: { json: {} },
	});
	await vault.put('sessions', wiki, session);
	expect(await keeper.caseThread({ wiki, id })).toEqual({ ok: true, value: thread });
	expect(await keeper.writeEvent({ wiki, id, event })).toEqual({ ok: true, value: row });
	expect(await keeper.caseEvents({ wiki, id, after: 3 })).toMatchObject({ ok: true, value: { holders: [] } });
	expect(await keeper.leaveCase({ wiki, id })).toMatchObject({ ok: true });
	expect(await keeper.liftBadFaith({ wiki, id, user: 'Mira' })).toMatchObject({ ok: true });
	expect(await keeper.openings({ wiki })).toMatchObject({ ok: true });
	expect(await keeper.askOpening({ wiki, report: id, reason: 'AAAA' })).toMatchObject({ ok: true });
	expect(await keeper.approveOpening({ wiki, opening: message, share: 'AAAA' })).toMatchObject({ ok: true });
	expect(asked.map(({ body }) => body)).toEqual([
		null,
		{ event },
		null,
		null,
		{ user: 'Mira' },
		null,
		{ report: id, reason: 'AAAA' },
		{ share: 'AAAA' },
	]);
	expect(new Set(asked.map(({ auth }) => auth))).toEqual(new Set([`Bearer ${token}`]));
});

test('a stale event is told as a conflict with what changed, and the session stays', async () => {
	const detail = { why: 'stale', changed: [{ event, sealed: null }] };
	const { keeper, vault } = await scripted({
		[`POST /v1/cases/${id}/events`]: { status: 409, json: { problem: 'conflict', params: [], detail } },
	});
	await vault.put('sessions', wiki, session);
	expect(await keeper.writeEvent({ wiki, id, event })).toMatchObject({ problem: 'conflict', detail });
	expect(await vault.get('sessions', wiki)).toEqual(session);
});

test('without a session, and with the system switched off, the backend is not asked', async () => {
	const { keeper, asked } = await scripted({});
	expect(await keeper.caseThread({ wiki, id })).toMatchObject({ problem: 'not-signed-in' });
	const off = await scripted({}, ['case']);
	await off.vault.put('sessions', wiki, session);
	expect(await off.keeper.caseThread({ wiki, id })).toMatchObject({ problem: 'switched-off' });
	expect([...asked, ...off.asked]).toEqual([]);
});
