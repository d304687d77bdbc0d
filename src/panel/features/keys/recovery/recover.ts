/** One report given to who asked for its recovery, by the second holder: opened with both shares, sealed to the asker's key. */
import { done, type Outcome } from '../../../../contract/problem.ts';
import type { Recoverable } from '../../../../contract/team.ts';
import { teamVerbs } from '../../../../contract/team-verbs.ts';
import type { HandlerKeys } from '../../../../contract/vault.ts';
import { openDeskKey, sealDesk } from '../../../sealing/desk.ts';
import { signEvent } from '../../../sealing/event.ts';
import type { PanelServices } from '../../../services.ts';
import { boxesFor, type Receiver } from '../../../team/give.ts';

/** `joined`: the keys of both shares; `signer`: the second holder's own; `note`: why, for the handlers of the case. */
export async function recoverOne(
	services: Pick<PanelServices, 'keeperFor'>,
	of: { readonly wiki: string; readonly recovery: string },
	{ id, version, head, box, desk }: Recoverable['reports'][number],
	{ to, joined, signer, note }: { to: Receiver; joined: HandlerKeys; signer: HandlerKeys; note: string },
): Promise<Outcome<null>> {
	const boxes = await boxesFor({ id, grants: [{ key: joined.public.id, box, desk }] }, joined, to);
	if (!boxes.ok) return boxes;
	const secret = desk === null ? null : await openDeskKey(id, desk, joined);
	const body = { v: 1, desk: 'handlers', report: id, kind: 'note', text: note } as const;
	// Without the handlers' own key there is nobody whom a note could be sealed for: the event itself says it.
	const sealed = secret === null ? null : await sealDesk(body, secret);
	if (sealed && !sealed.ok) return sealed;
	const signed = await signEvent(
		{
			kind: 'grant',
			data: { keys: [to.key.id] },
			grants: [boxes.value],
			...(sealed ? { sealed: sealed.value } : {}),
		},
		{ id, version, head },
		signer,
		new Date().toISOString(),
	);
	if (!signed.ok) return signed;
	const used = await services.keeperFor(teamVerbs).call('useRecovery', { ...of, report: id, ...signed.value });
	return used.ok ? done(null) : used;
}
