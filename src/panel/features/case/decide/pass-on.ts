/** Giving a case to the keys of another team, with a reason, and giving up the own one where that is wanted. */
import type { Outcome } from '../../../../contract/problem.ts';
import type { HandlerKeys } from '../../../../contract/vault.ts';
import { boxesFor, type Receiver } from '../../../team/give.ts';
import type { CaseLog } from '../log/use-case-log.ts';

export async function passOn(
	{ log, keys }: { readonly log: Pick<CaseLog, 'row' | 'write'>; readonly keys: HandlerKeys },
	to: readonly Receiver[],
	why: string,
	leaving: readonly string[],
): Promise<Outcome<unknown>> {
	const grants = [];
	for (const one of to) {
		const boxes = await boxesFor(log.row, keys, one);
		if (!boxes.ok) return boxes;
		grants.push(boxes.value);
	}
	const given = await log.write({ kind: 'escalate', data: { keys: grants.map(({ key }) => key) }, grants });
	if (!given.ok) return given;
	// After it: where the handlers have no key of their own yet, it is made for the new readers too.
	const body = { v: 1, desk: 'handlers', report: log.row.id, kind: 'note', text: why } as const;
	const noted = await log.write({ kind: 'note', data: {}, body });
	if (!noted.ok || leaving.length === 0) return noted;
	return log.write({ kind: 'revoke', data: { keys: [...leaving] } });
}
