/** The hearings of a case: what the backend keeps of them, opened with the codes that stand in the handlers' part of the log. */
import { useRef } from 'preact/hooks';
import type { HearingBody } from '../../../../contract/desk.ts';
import type { Hearing } from '../../../../contract/hearing.ts';
import { hearingVerbs } from '../../../../contract/hearing-verbs.ts';
import { done, type Problem } from '../../../../contract/problem.ts';
import { readCode } from '../../../../contract/return-code.ts';
import { samePerson } from '../../../../domain/people/names.ts';
import { useAsk } from '../../../ask.ts';
import { usePanel } from '../../../panel.ts';
import { hearingKeys, openLetters } from '../../../sealing/hearing.ts';
import type { Letter } from '../../../writing/use-writing.ts';
import type { CaseLog } from '../log/use-case-log.ts';

export interface OpenHearing {
	readonly hearing: Hearing;
	readonly body: HearingBody;
	readonly key: CryptoKey;
	readonly letters: readonly Letter[];
}

export interface Hearings {
	/** null until they were asked for. */
	readonly all: readonly OpenHearing[] | null;
	/** Some were opened by a colleague before this handler had the handlers' own key. */
	readonly closed: number;
	readonly problem: Problem | null;
	again(): void;
	/** The newest one with somebody. */
	with(subject: string): OpenHearing | null;
	/** When somebody was first written to (ms) and whether they answered; null where no hearing was opened. */
	of(subject: string | null): { readonly told: number | null; readonly answered: boolean } | null;
}

export function useHearings({ row, events }: CaseLog): Hearings {
	const { services, facts } = usePanel();
	const last = useRef<{ readonly all: readonly OpenHearing[]; readonly closed: number } | null>(null);
	const any = events.some(({ event }) => event.kind === 'hearing');
	// With every event: the service writes one for each word of the person heard.
	const asked = useAsk(`${row.id} ${any ? row.version : 0}`, async () => {
		if (!any) return done({ all: [], closed: 0 });
		const kept = await services.keeperFor(hearingVerbs).call('caseHearings', { wiki: facts.wiki, id: row.id });
		if (!kept.ok) return kept;
		const all: OpenHearing[] = [];
		for (const { body, verified } of events) {
			if (body?.kind !== 'hearing' || !verified) continue;
			const code = readCode(body.code);
			const hearing = kept.value.hearings.find(({ id }) => id === body.hearing);
			const keys = code && (await hearingKeys(code));
			if (!hearing || keys?.id !== hearing.id) continue;
			all.push({ hearing, body, key: keys.key, letters: await openLetters(hearing, keys.key) });
		}
		return done({ all, closed: kept.value.hearings.length - all.length });
	});
	if (asked.state === 'done') last.current = asked.value;
	const all = last.current?.all ?? null;
	const withOne = (subject: string): OpenHearing | null =>
		all?.filter(({ body }) => samePerson(body.subject, subject)).at(-1) ?? null;
	return {
		all,
		closed: last.current?.closed ?? 0,
		problem: asked.state === 'failed' ? asked.problem : null,
		again: asked.again,
		with: withOne,
		of(subject) {
			const one = subject === null ? null : withOne(subject);
			if (!one) return null;
			const first = one.letters.find(({ stored }) => stored.from === 'handler');
			const answered = one.letters.some(({ stored }) => stored.from === 'reporter');
			return { told: first ? Date.parse(first.stored.at) : null, answered };
		},
	};
}
