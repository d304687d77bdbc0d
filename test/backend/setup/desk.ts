/** The panel's way to a case's log over HTTP, for a handler who is signed in: what `useCaseLog` does, without a panel. */
import * as v from 'valibot';
import { CaseEventsSchema, type CaseEvents } from '../../../src/contract/case-log.ts';
import { CaseRowSchema, type CaseRow } from '../../../src/contract/case.ts';
import type { Colleagues } from '../../../src/contract/handler-verbs.ts';
import { done, Problem, type Outcome } from '../../../src/contract/problem.ts';
import { deskKeyOf, writeDraft, type Desk, type EventDraft } from '../../../src/panel/features/case/log/write.ts';
import type { Answer, TestBackend } from './backend.ts';
import type { World } from './people.ts';

export interface TestDesk extends Desk {
	/** The row as it is now. */
	row(): Promise<CaseRow>;
	/** On the row as it is now, or on one that was seen before. */
	write(draft: EventDraft, seen?: CaseRow): Promise<Outcome<CaseRow>>;
	/** The handlers' own key; null where there is none for this one. */
	deskKey(): Promise<string | null>;
}

function outcomeOf<S extends v.GenericSchema>(schema: S, { status, body }: Answer): Outcome<v.InferOutput<S>> {
	return status === 200 ? done(v.parse(schema, body)) : { ok: false, ...v.parse(Problem, body) };
}

/** `auth` as `signIn` gives it; `id`: of the report. */
export function deskOf(backend: TestBackend, world: World, id: string, auth: string): TestDesk {
	const keys = backend.signerOf(auth)?.keys;
	if (!keys) throw new Error('nobody signs for this session');
	const path = `/v1/cases/${id}/events`;
	const read = async (): Promise<Outcome<CaseEvents>> =>
		outcomeOf(CaseEventsSchema, await backend.call('GET', path, { auth }));
	const people: Colleagues['people'] = [...world.keys].map(([name, pair]) => ({
		name,
		team: 'Team',
		key: pair.public,
		former: [],
	}));
	const signers = Object.fromEntries(people.map(({ name, key }) => [key.id, { name, sign: key.sign }]));
	const desk: Desk = {
		id,
		keys,
		now: () => new Date(backend.clock.now).toISOString(),
		read,
		send: async (write) => outcomeOf(CaseRowSchema, await backend.call('POST', path, { auth, body: write })),
		colleagues: () => Promise.resolve(done({ people, signers, service: {} })),
	};
	const row = async (): Promise<CaseRow> => {
		const seen = await read();
		if (!seen.ok) throw new Error(seen.problem);
		return seen.value.row;
	};
	return {
		...desk,
		row,
		write: async (draft, seen) => writeDraft(desk, seen ?? (await row()), draft),
		deskKey: async () => deskKeyOf(await row(), keys),
	};
}
