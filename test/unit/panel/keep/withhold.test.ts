/** Words that the wiki suppressed: out of the report with every copy of them, and readable for oversighters alone. */
import { generateX25519Identity } from 'age-encryption';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { fromBase64 } from '../../../../src/contract/bytes.ts';
import { ReportBodySchema } from '../../../../src/contract/report.ts';
import { lessBody } from '../../../../src/panel/sealing/less-body.ts';
import { openJson } from '../../../../src/panel/sealing/open-report.ts';
import { withhold } from '../../../../src/panel/sealing/withhold.ts';
import { bodyFor } from '../../../browser/panel/reports.ts';
import { personOf, quote } from '../../../browser/panel/people.ts';

const id = 'R'.repeat(22);
const reading = {
	revision: 41,
	onPage: true,
	lines: { first: 3, last: 3 },
	before: 'An ordinary line of somebody else.',
	after: `: ${quote} and more`,
	asAdded: `: ${quote}`,
};
const [first] = bodyFor(id, 'insults').evidence;
if (!first) throw new Error('no evidence');
const heading = 'A heading with words';
const pieces = [
	{
		...first,
		target: { ...first.target, heading },
		permalink: `${first.permalink}#c-Mallory`,
		reading,
		hash: '1'.repeat(64),
	},
	{
		...first,
		target: { ...first.target, quote: 'Something else.' },
		wikitext: 'Something else.',
		reading: { ...reading, asAdded: 'Something else.' },
	},
];
const body = { ...bodyFor(id, 'insults', { evidence: pieces }), recipients: [] };

test('every copy of the words goes; where they stood, and what else was reported, stays', () => {
	const less = lessBody(body, 0);
	const [gone, other] = less.evidence;
	for (const words of [quote, heading, '1'.repeat(64)]) expect(JSON.stringify(less)).not.toContain(words);
	expect(JSON.stringify(gone)).not.toContain('c-Mallory');
	expect(v.is(ReportBodySchema, less)).toBe(true);
	expect(gone).toMatchObject({ withheld: true, permalink: first.permalink, diff: first.diff, addedBy: first.addedBy });
	expect(gone?.target).toMatchObject({ author: 'Mallory', page: first.target.page });
	expect(gone?.reading).toEqual({ revision: 41, onPage: true, lines: { first: 3, last: 3 } });
	expect(other).toMatchObject({ wikitext: 'Something else.', reading: { before: reading.before } });
	expect(other?.withheld).toBeUndefined();
	expect(less.details).toBe(body.details);
});

test('an oversighter opens the words, the key of the report what is left, and neither the other', async () => {
	const secret = await generateX25519Identity();
	const overseer = await personOf('Olga', 'Oversighters');
	const made = await withhold({ body, secret, hash: '2'.repeat(64) }, 0, [{ name: 'Olga', key: overseer }]);
	if (!made.ok) throw new Error(made.problem);
	const { draft } = made.value;
	expect(draft.data.before).toBe('2'.repeat(64));
	const words = await openJson(overseer.secret, fromBase64(draft.sealed));
	expect(words).toEqual({ v: 1, withheld: 'oversighters', report: id, pieces: [{ at: 0, evidence: pieces[0] }] });
	expect(await openJson(secret, fromBase64(draft.remainder))).toEqual(made.value.body);
	expect(await openJson(secret, fromBase64(draft.sealed))).toBeUndefined();
	expect(await openJson(overseer.secret, fromBase64(draft.remainder))).toBeUndefined();
});

test('nothing is made for nobody, nor for who is named in the report', async () => {
	const secret = await generateX25519Identity();
	const report = { body, secret, hash: '2'.repeat(64) };
	const named = await personOf('mallory', 'Oversighters');
	expect(await withhold(report, 0, [])).toMatchObject({ problem: 'no-recipients' });
	expect(await withhold(report, 0, [{ name: 'mallory', key: named }])).toMatchObject({ problem: 'wrong-recipients' });
	expect(await withhold(report, 7, [{ name: 'Olga', key: await personOf('Olga', 'T') }])).toMatchObject({ ok: false });
});
