/** Acts whose answers a real wiki gives only on bad days: read-only, filters, stale tokens, answers that are lost. */
import { expect, test } from 'vitest';
import type { State } from '../../../src/contract/act.ts';
import { done, failed, type Outcome } from '../../../src/contract/problem.ts';
import { actOn } from '../../../src/wiki/act/act.ts';
import { entriesOf, optionsOf } from '../../../src/wiki/act/facts.ts';
import { plainText } from '../../../src/wiki/act/plain-text.ts';
import { isSameState } from '../../../src/wiki/act/state.ts';
import type { WikiTransport } from '../../../src/wiki/transport.ts';
import { block, free, notice } from '../acts.ts';

const empty: State = { of: 'talk', page: 'User talk:Mallory', revision: null };
const made = {
	id: 1,
	by: 'Anna',
	timestamp: '2026-11-22T10:00:00Z',
	expiry: '2026-11-29T10:00:00Z',
	reason: 'Incivility',
	partial: true,
	restrictions: { pages: [{ title: 'Talk:Rivers' }] },
};

/** Stands in for a wiki where Anna is logged in; `changes` are its answers to what would change it, one after the other. */
function wiki(changes: Outcome<unknown>[], blocks: () => object[] = () => []) {
	const asked: string[] = [];
	const transport: WikiTransport = async ({ action, params }) => {
		asked.push(action === 'query' ? (params['list'] ?? params['meta'] ?? params['prop'] ?? '') : action);
		if (action !== 'query') return changes.shift() ?? failed('bad-input');
		const logevents = blocks().map(() => ({ logid: 9 }));
		return done({
			query: {
				userinfo: { id: 1, name: 'Anna' },
				tokens: { csrftoken: 'token+\\' },
				blocks: blocks(),
				logevents,
				pages: [{ title: 'User talk:Mallory', missing: true }],
			},
		});
	};
	return { asked, transport };
}
const refusal = (code: string): Outcome<unknown> => done({ error: { code, info: '' } });

test('what the wiki refuses is told by its own code, and is asked once only', async () => {
	for (const code of ['readonly', 'cantblock', 'blocked']) {
		const { asked, transport } = wiki([refusal(code)]);
		expect(await actOn(transport, block, free)).toMatchObject({ ok: false, params: [code] });
		expect(asked.filter((one) => one === 'block').length).toBe(1);
	}
	const limited = wiki([failed('rate-limited')]);
	expect(await actOn(limited.transport, block, free)).toMatchObject({ ok: false, problem: 'rate-limited' });
});

test('a filter’s answer to a notice is no success', async () => {
	const stopped = wiki([done({ edit: { result: 'Failure', code: 'abusefilter-disallowed' } })]);
	expect(await actOn(stopped.transport, notice, empty)).toMatchObject({
		ok: false,
		params: ['abusefilter-disallowed'],
	});
	const coded = wiki([refusal('abusefilter-warning')]);
	expect(await actOn(coded.transport, notice, empty)).toMatchObject({ ok: false, params: ['abusefilter-warning'] });
});

test('a stale token is fetched anew once; after that the session is gone', async () => {
	const once = wiki([refusal('badtoken'), done({ block: { expiry: '2026-11-29T10:00:00Z' } })]);
	expect(await actOn(once.transport, block, free)).toMatchObject({
		ok: true,
		value: { outcome: 'done', already: false, until: '2026-11-29T10:00:00Z' },
	});
	const twice = wiki([refusal('badtoken'), refusal('badtoken')]);
	expect(await actOn(twice.transport, block, free)).toMatchObject({ ok: false, problem: 'not-signed-in' });
});

test('an answer that is lost: the same act again finds what was done and does nothing twice', async () => {
	const blocks: object[] = [];
	const { asked, transport } = wiki([failed('timed-out')], () => blocks);
	expect(await actOn(transport, block, free)).toMatchObject({ ok: false, problem: 'timed-out' });
	blocks.push(made);
	expect(await actOn(transport, block, free)).toEqual({
		ok: true,
		value: { outcome: 'done', already: true, logId: 9, revision: null, until: '2026-11-29T10:00:00Z' },
	});
	expect(asked.filter((one) => one === 'block').length).toBe(1);
	// Somebody else's block is not ours, whatever it says.
	blocks.splice(0, 1, { ...made, by: 'Bert' });
	expect(await actOn(transport, block, free)).toMatchObject({ ok: true, value: { outcome: 'changed' } });
});

test('states are the same whatever order their words come in, and differ by a single one', () => {
	const page: State = { of: 'page', page: 'P', exists: true, revision: 1, author: 'A', protection: [], log: 0 };
	const turned = Object.fromEntries(Object.entries(page).toReversed()) as State;
	expect(isSameState(page, turned)).toBe(true);
	expect(isSameState(page, { ...page, log: 1 })).toBe(false);
	expect(isSameState(free, empty)).toBe(false);
});

test('lists and lengths as wikis keep them; HTML as words', () => {
	expect(entriesOf('* Group\n** One \n**Two: more\n* Other')).toEqual(['One', 'Two: more']);
	expect(optionsOf('ein Tag:1 day,unbegrenzt:infinite,-:-,year')).toEqual([
		{ label: 'ein Tag', value: '1 day' },
		{ label: 'unbegrenzt', value: 'infinite' },
		{ label: 'year', value: 'year' },
	]);
	const html =
		'<style>p{}</style><div><p>A &lt;b&gt; &amp; <b>c</b>\n&#8211; d</p><ul><li>e</li>\n<li>f</li></ul></div><!-- g -->';
	expect(plainText(html)).toBe('A <b> & c – d\ne\nf');
});
