/** Sealed reports as a backend would give them to a handler. */
import type { SealedCase } from '../../../src/contract/case.ts';
import type { ReportBody } from '../../../src/contract/report.ts';
import type { KindId } from '../../../src/domain/report/kinds.ts';
import { kindOf } from '../../../src/domain/report/kinds.ts';
import { sealReport } from '../../../src/panel/sealing/seal-report.ts';
import { comment, quote, type Person } from './people.ts';

export function bodyFor(id: string, kind: KindId, part: Partial<ReportBody> = {}): Omit<ReportBody, 'recipients'> {
	if (comment.system !== 'report') throw new Error('not a report');
	return {
		v: 1,
		id,
		wiki: comment.target.wiki,
		kind,
		clause: kindOf(kind)?.clause ?? 'ucoc:3',
		details: 'This has been going on for a week.',
		evidence: [
			{
				target: comment.target,
				permalink: 'https://wiki.example.org/w/index.php?title=Talk:Rivers&oldid=41',
				diff: 'https://wiki.example.org/w/index.php?diff=41&oldid=40',
				addedBy: { revision: 41, parent: 40, user: 'Mallory', at: '2026-11-20T10:00:00Z' },
				wikitext: `: ${quote} [[User:Mallory|Mallory]]`,
				state: 'confirmed',
			},
		],
		named: ['Mallory'],
		reporter: { mode: 'anonymous', user: null },
		language: 'en',
		at: '2026-11-21T09:00:00.000Z',
		configRevision: 7,
		...part,
	};
}

/** Evidence of another comment, so that the report is a case of its own. */
export function evidenceOf(commentId: string, author = 'Mallory'): ReportBody['evidence'] {
	return bodyFor('x', 'insults').evidence.map((one) => ({ ...one, target: { ...one.target, commentId, author } }));
}

/** What a row says of a report that has just come. */
export const newRow = {
	state: 'received',
	due: null,
	standing: 'work',
	appealed: false,
	unanswered: null,
	version: 0,
	head: '0'.repeat(64),
	changed: '2026-11-21T09:00:00.000Z',
	assigned: null,
	lease: null,
	severity: null,
	snoozed: null,
	group: null,
	hold: null,
} as const;

export async function caseFor(
	id: string,
	kind: KindId,
	people: readonly Person[],
	at: string,
	part: Partial<ReportBody> = {},
): Promise<SealedCase> {
	const sealed = await sealReport(
		bodyFor(id, kind, part),
		people.map(({ name, age, id }) => ({ name, key: { id, age } })),
		crypto.getRandomValues(new Uint8Array(32)),
	);
	if (!sealed.ok) throw new Error(sealed.problem);
	const { wiki, route, section, grants, hash } = sealed.value;
	const own = grants.map((grant) => ({ ...grant, desk: null }));
	return { ...newRow, id, wiki, route, section, at, since: at, grants: own, sealed: sealed.value.sealed, hash };
}
