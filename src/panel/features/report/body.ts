/** The report's text as it will be sealed. */
import type { ConfigView, Recipient, Recipients } from '../../../contract/keeper.ts';
import type { Evidence } from '../../../contract/evidence.ts';
import type { Reporter, ReportBody } from '../../../contract/report.ts';
import type { Draft } from '../../../contract/vault.ts';
import { kindOf } from '../../../domain/report/kinds.ts';
import type { Extra } from './tray/extra.ts';

export interface Ready {
	readonly draft: Draft;
	readonly evidence: Evidence;
	readonly extra: Extra;
	readonly view: ConfigView;
	readonly recipients: Recipients;
	readonly named: string[];
	readonly reporter: Who;
	readonly language: string;
}

/** As whom it is sent, and who the wiki says that is: nobody is told who is not named. */
export interface Who {
	readonly mode: Reporter['mode'];
	readonly user: string | null;
	/** Who keep a share of a name that is sealed apart. */
	readonly custodians: readonly Recipient[];
}

/** Without the backend's word for the name, which is fetched as it is sent. */
export const reporterOf = ({ mode, user }: Who): Reporter =>
	mode === 'named' && user !== null
		? { mode, user }
		: { mode: mode === 'pseudonymous' ? mode : 'anonymous', user: null };

/** Its recipients are added with the sealing. */
export function bodyOf(
	ready: Ready,
	id: string,
	at: string,
	reporter = reporterOf(ready.reporter),
): Omit<ReportBody, 'recipients'> | null {
	const { draft } = ready;
	const kind = kindOf(draft.kind ?? '');
	if (!kind) return null;
	const { attachments } = ready.extra;
	const { excluded = [], wishes = [], contact = '' } = draft;
	return {
		v: 1,
		id,
		wiki: draft.target.wiki,
		kind: kind.id,
		clause: kind.clause,
		details: draft.details,
		...(draft.danger ? { danger: draft.danger } : {}),
		evidence: [ready.evidence, ...ready.extra.evidence],
		...(attachments.length > 0 ? { attachments: [...attachments] } : {}),
		named: ready.named,
		...(excluded.length > 0 ? { excluded } : {}),
		reporter,
		...(wishes.length > 0 ? { wishes } : {}),
		...(contact !== '' ? { contact } : {}),
		language: ready.language,
		at,
		configRevision: ready.recipients.configRevision,
	};
}
