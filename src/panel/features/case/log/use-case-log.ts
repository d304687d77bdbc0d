/** The log of a case that is open: read, watched, written to. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { CaseLive } from '../../../../contract/case-log.ts';
import type { CaseRow } from '../../../../contract/case.ts';
import { handlerVerbs } from '../../../../contract/handler-verbs.ts';
import { done, type Outcome, type Problem } from '../../../../contract/problem.ts';
import type { HandlerKeys } from '../../../../contract/vault.ts';
import { useAsk } from '../../../ask.ts';
import { usePanel } from '../../../panel.ts';
import { openEvents, type OpenedEvent } from './open.ts';
import { useColleagues } from './use-colleagues.ts';
import { watch } from './watch.ts';
import { deskKeyOf, rowBehind, writeDraft, type Desk, type EventDraft } from './write.ts';

export type { EventDraft, OpenedEvent };

export interface CaseLog {
	readonly row: CaseRow;
	readonly events: readonly OpenedEvent[];
	/** Who looks at it now, oneself among them. */
	readonly present: readonly { readonly key: string; readonly name: string | null }[];
	/** AGE-SECRET-KEY of the handlers' own key; null where there is none, or not for this handler. */
	readonly desk: string | null;
	/** Ids of the keys that hold a grant. */
	readonly holders: readonly string[];
	/** Of a handler by a key of theirs, current or former; null where nobody is known by it. */
	nameOf(key: string): string | null;
	/** A conflict comes with its `Conflict`: what was written meanwhile touches this. Writing it again is choosing it anew. */
	write(draft: EventDraft): Promise<Outcome<CaseRow>>;
	again(): void;
	readonly problem: Problem | null;
}

/** null until it was read. The last that was seen stays while it is asked for again. */
export function useCaseLog(id: string, keys: HandlerKeys, onRow: (row: CaseRow) => void): CaseLog | null {
	const { services, facts } = usePanel();
	const colleagues = useColleagues();
	const [live, setLive] = useState<CaseLive | null>(null);
	const last = useRef<Pick<CaseLog, 'row' | 'events' | 'desk' | 'holders'> | null>(null);
	/** What the last own change made of it: the next may come before it was read again. */
	const mine = useRef<CaseRow | null>(null);
	const keeper = services.keeperFor(handlerVerbs);
	const here = { wiki: facts.wiki, id };
	const asked = useAsk(colleagues ? id : null, async () => {
		const read = await keeper.call('caseEvents', here);
		if (!read.ok || !colleagues) return read.ok ? done(null) : read;
		const { row, events, holders } = read.value;
		const desk = await deskKeyOf(row, keys);
		const opened = await openEvents(events, id, desk, colleagues);
		return done({ row, events: opened, desk, holders: holders.map(({ key }) => key) });
	});
	if (asked.state === 'done' && asked.value) last.current = asked.value;
	const seen = last.current;
	useEffect(() => {
		if (seen) onRow(seen.row);
	}, [seen]);
	useEffect(() => {
		const life = new AbortController();
		const ask = (after: string | undefined) => keeper.call('watchCase', { ...here, ...(after ? { after } : {}) });
		void watch({ ask, tell: setLive }, AbortSignal.any([life.signal, services.signal]));
		return () => {
			life.abort();
			void keeper.call('leaveCase', here);
		};
	}, [id]);
	useEffect(() => {
		const isBehind = !seen || (live && (live.version > seen.row.version || live.lease?.key !== seen.row.lease?.key));
		if (live && isBehind && asked.state !== 'asking') asked.again();
	}, [live, seen]);
	if (!seen) return null;
	const desk: Desk = {
		id,
		keys,
		now: () => new Date().toISOString(),
		read: () => keeper.call('caseEvents', here),
		send: (write) => keeper.call('writeEvent', { ...here, ...write }),
		colleagues: () => keeper.call('colleagues', { wiki: facts.wiki }),
	};
	return {
		...seen,
		present: (live?.present ?? []).map((key) => ({ key, name: colleagues?.nameOf(key) ?? null })),
		nameOf: (key) => colleagues?.nameOf(key) ?? null,
		async write(draft) {
			const base = mine.current && mine.current.version > seen.row.version ? mine.current : seen.row;
			const written = await writeDraft(desk, base, draft);
			// What came in between is shown now: the next write is signed behind it.
			mine.current = written.ok ? written.value : await rowBehind(base, written);
			if (written.ok || written.problem === 'conflict') asked.again();
			return written;
		},
		again: asked.again,
		problem: asked.state === 'failed' ? asked.problem : null,
	};
}
