/** Everything a report needs before it can be sent, and what is still missing. */
import type { ConfigView, Recipients } from '../../../contract/keeper.ts';
import { longestTyped } from '../../../contract/primitives.ts';
import type { Problem } from '../../../contract/problem.ts';
import type { Draft } from '../../../contract/vault.ts';
import { kindOf } from '../../../domain/report/kinds.ts';
import { useAsk, type Asked } from '../../ask.ts';
import { usePanel } from '../../panel.ts';
import { namedIn } from './named.ts';
import type { Ready } from './body.ts';
import { useWho } from './use-who.ts';
import type { Extra } from './tray/extra.ts';
import type { EvidenceState } from './use-evidence.ts';

export type Missing = 'kind' | 'details' | 'config' | 'consent' | 'recipients' | 'evidence' | 'name';

export interface Readiness {
	/** Everybody whom the report names, as far as is known. */
	readonly named: readonly string[];
	/** Who the wiki says is logged in. */
	readonly user: string | null;
	readonly recipients: Asked<Recipients> & { again(): void };
	readonly ready: Ready | null;
	/** The first thing that keeps it from being sent. */
	readonly missing: Missing | null;
	readonly problem: Problem | null;
}

export function useReady(given: {
	draft: Draft;
	evidence: EvidenceState;
	/** null while the tray is being read. */
	extra: Extra | null;
	view: ConfigView | null;
	agreed: boolean;
}): Readiness {
	const { services, facts } = usePanel();
	const { draft, view, extra, agreed } = given;
	const { details, excluded = [] } = draft;
	const { wiki } = draft.target;
	const evidence = extra && given.evidence.evidence;
	const kind = kindOf(draft.kind ?? '');
	const named = namedIn(draft.target, evidence, [...draft.alsoNamed, ...(extra?.named ?? [])]);
	const { user, who, impossible } = useWho(draft, [...named, ...excluded], agreed);
	// Not before the wiki told who wrote it: else somebody named in it could stand in the first list.
	const key = kind && view && agreed && evidence ? JSON.stringify([wiki, kind.route, named, excluded]) : null;
	const recipients = useAsk(key, () =>
		services.keeper.call('recipients', { wiki, route: kind?.route ?? 'conduct', named, excluded }),
	);
	const problem = recipients.state === 'failed' ? recipients.problem : null;
	const steps: readonly (readonly [Missing, boolean])[] = [
		['kind', kind !== undefined],
		['details', details.length <= longestTyped],
		['config', view !== null],
		['consent', agreed],
		['evidence', evidence !== null],
		['name', !impossible],
		['recipients', recipients.state === 'done' && who !== null],
	];
	const missing = steps.find(([, there]) => !there)?.[0] ?? null;
	const ready =
		view && extra && evidence && recipients.state === 'done' && who && missing === null
			? { draft, evidence, extra, view, recipients: recipients.value, named, reporter: who, language: facts.language }
			: null;
	return { named, user, recipients, ready, missing, problem };
}
