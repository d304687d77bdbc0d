/** Somebody's newest edits as the keeper tells them: page after page, hidden ones marked, summaries as plain words. */
import { expect, test } from 'vitest';
import { done, failed, type Outcome } from '../../../src/contract/problem.ts';
import type { ApiCall } from '../../../src/contract/page-panel.ts';
import { createKeeper } from '../../../src/keeper/main.ts';
import { plainSummary } from '../../../src/wiki/recent-edits.ts';
import { wiki } from './haven.ts';
import { scripted } from './scripted.ts';

/** A keeper of a wiki that answers each call with the next of these. */
async function told(...answers: Outcome<unknown>[]) {
	const { services } = await scripted({});
	const calls: ApiCall[] = [];
	const wikiApi = async (_: string, call: ApiCall): Promise<Outcome<unknown>> => {
		calls.push(call);
		return answers[calls.length - 1] ?? failed('wiki-unreachable');
	};
	return { calls, keeper: createKeeper({ ...services, wikiApi }) };
}
const edit = { revid: 7, title: 'Talk:Mill', timestamp: '2026-11-20T10:00:00Z' };

test('R10 the newest edits, then the older ones by the mark that the wiki gave', async () => {
	const { keeper, calls } = await told(
		done({
			continue: { uccontinue: '20261120|7', continue: '-||' },
			query: { usercontribs: [{ ...edit, comment: '/* Wheel */ no', sizediff: -12, minor: true }] },
		}),
		done({ query: { usercontribs: [] } }),
	);
	const first = await keeper.recentEdits({ wiki, user: 'Bo' });
	expect(first).toEqual({
		ok: true,
		value: {
			edits: [
				{
					revision: 7,
					title: 'Talk:Mill',
					at: '2026-11-20T10:00:00Z',
					summary: '→ Wheel no',
					change: -12,
					minor: true,
					hidden: false,
				},
			],
			next: '20261120|7',
		},
	});
	const older = await keeper.recentEdits({ wiki, user: 'Bo', after: '20261120|7' });
	expect(older).toEqual({ ok: true, value: { edits: [], next: null } });
	expect(calls.map(({ params }) => [params['ucuser'], params['uccontinue']])).toEqual([
		['Bo', undefined],
		['Bo', '20261120|7'],
	]);
});

test.each([{ texthidden: true }, { commenthidden: true }, { userhidden: true }, { suppressed: true }])(
	'R10 %o is marked as hidden, and what is not told is empty',
	async (part) => {
		const { keeper } = await told(done({ query: { usercontribs: [{ ...edit, ...part }] } }));
		expect(await keeper.recentEdits({ wiki, user: 'Bo' })).toMatchObject({
			value: { edits: [{ hidden: true, summary: '', change: 0 }] },
		});
	},
);

test('a wiki that refuses or answers something else is a problem, not a list without edits', async () => {
	const { keeper } = await told(failed('rate-limited'), done({ error: { code: 'baduser' } }), done({ query: {} }));
	expect(await keeper.recentEdits({ wiki, user: 'Bo' })).toMatchObject({ problem: 'rate-limited' });
	expect(await keeper.recentEdits({ wiki, user: '#' })).toMatchObject({ problem: 'wiki-error', params: ['baduser'] });
	expect(await keeper.recentEdits({ wiki, user: 'Bo' })).toMatchObject({ problem: 'wiki-error' });
});

test.each([
	['/* Wheel */ see [[Talk:Mill#Gears|the gears]] and [[Weir]]', '→ Wheel see the gears and Weir'],
	['  two\n lines ', 'two lines'],
	['[[broken|link', '[[broken|link'],
	['', ''],
])('the summary %j reads %j', (raw, plain) => {
	expect(plainSummary(raw)).toBe(plain);
});
