/** Everything a report needs before it can be sent, and what is still missing. */
import type { ConfigView, Recipients } from '../../../contract/keeper.ts';
import { longestTyped } from '../../../contract/primitives.ts';
import type { Problem } from '../../../contract/problem.ts';
import type { Draft } from '../../../contract/vault.ts';
import { kindOf } from '../../../domain/report/kinds.ts';
import { useAsk, type Asked } from '../../ask.ts';
import { usePanel } from '../../panel.ts';
import { namedIn } from './named.ts';
import type { Ready, Who } from './body.ts';
import type { Extra } from './tray/extra.ts';
import type { EvidenceState } from './use-evidence.ts';

export type Missing = 'kind' | 'details' | 'config' | 'consent' | 'recipients' | 'evidence';

export interface Readiness {
	readonly recipients: Asked<Recipients> & { again(): void };
	readonly ready: Ready | null;
	/** The first thing that keeps it from being sent. */
	readonly missing: Missing | null;
	readonly problem: Problem | null;
}

export function useReady(given: {
	draft: Draft | null;
	evidence: EvidenceState;
	/** null while the tray is being read. */
	extra: Extra | null;
	view: ConfigView | null;
	agreed: boolean;
	reporter: Who;
}): Readiness {
	const { services, facts } = usePanel();
	const { draft, view, reporter, extra } = given;
	const evidence = extra && given.evidence.evidence;
	const kind = kindOf(draft?.kind ?? '');
	const named = draft ? namedIn(draft.target, evidence, [...draft.alsoNamed, ...(extra?.named ?? [])]) : [];
	const excluded = draft?.excluded ?? [];
	const wiki = draft?.target.wiki ?? facts.wiki;
	// Not before the wiki told who wrote it: else somebody named in it could stand in the first list.
	const key = kind && view && given.agreed && evidence ? JSON.stringify([wiki, kind.route, named, excluded]) : null;
	const recipients = useAsk(key, () =>
		services.keeper.call('recipients', { wiki, route: kind?.route ?? 'conduct', named, excluded }),
	);
	const problem = recipients.state === 'failed' ? recipients.problem : null;
	const missing: Missing | null = !kind
		? 'kind'
		: (draft?.details.length ?? 0) > longestTyped
			? 'details'
			: !view
				? 'config'
				: !given.agreed
					? 'consent'
					: !evidence
						? 'evidence'
						: recipients.state !== 'done'
							? 'recipients'
							: null;
	const ready =
		draft && view && extra && evidence && recipients.state === 'done' && missing === null
			? { draft, evidence, extra, view, recipients: recipients.value, named, reporter, language: facts.language }
			: null;
	return { recipients, ready, missing, problem };
}
