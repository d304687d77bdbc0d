/** Where a hold or an erasing stands, read from the case's own log: who said so first. */
import type { CaseRow } from '../../../../contract/case.ts';
import type { OpenedEvent } from '../log/use-case-log.ts';

export interface Asked {
	readonly key: string;
	readonly name: string | null;
}
export interface Keeping {
	readonly hold: 'none' | 'asked' | 'on' | 'lifting';
	/** Who asked for the hold, or for its end; null where nothing is asked. */
	readonly holdBy: Asked | null;
	/** Who asked that it be erased. */
	readonly eraseBy: Asked | null;
}

const asker = ({ event, actor }: OpenedEvent): Asked => ({ key: event.by, name: actor });

export function keepingOf(row: Pick<CaseRow, 'hold'>, events: readonly OpenedEvent[]): Keeping {
	const lastHold = events.findLast(({ event: { kind } }) => kind === 'hold' || kind === 'lift-hold');
	// Whoever asks for a hold takes back what was asked before; an erasing that was agreed to leaves nobody to read this.
	const lastSaid = events.findLast(({ event: { kind } }) => kind === 'hold' || kind === 'erase');
	const hold = row.hold === 'on' && lastHold?.event.kind === 'lift-hold' ? 'lifting' : (row.hold ?? 'none');
	return {
		hold,
		holdBy: lastHold && (hold === 'asked' || hold === 'lifting') ? asker(lastHold) : null,
		eraseBy: lastSaid?.event.kind === 'erase' && row.hold !== 'on' ? asker(lastSaid) : null,
	};
}
