/** A change of a case by the press of a button: what came between is shown before it is made all the same. */
import { useState } from 'preact/hooks';
import type { Conflict } from '../../../../contract/case-event.ts';
import type { Problem } from '../../../../contract/problem.ts';
import type { CaseLog, EventDraft } from './use-case-log.ts';
import { conflictOf } from './write.ts';

export interface Change {
	/** Another problem than a conflict. */
	readonly problem: Problem | null;
	readonly conflict: Conflict | null;
	/** True where it was made. */
	make(draft: EventDraft): Promise<boolean>;
	/** Makes it on what is there by now. */
	anyway(): Promise<boolean>;
	/** It is not made. */
	leave(): void;
}

export function useChange(log: CaseLog | null): Change {
	const [problem, setProblem] = useState<Problem | null>(null);
	const [waiting, setWaiting] = useState<{ draft: EventDraft; conflict: Conflict } | null>(null);
	const make = async (draft: EventDraft): Promise<boolean> => {
		if (!log) return false;
		const written = await log.write(draft);
		const conflict = written.ok ? null : conflictOf(written);
		setProblem(written.ok || conflict ? null : written);
		setWaiting(conflict ? { draft, conflict } : null);
		return written.ok;
	};
	return {
		problem,
		conflict: waiting?.conflict ?? null,
		make,
		anyway: async () => (waiting ? make(waiting.draft) : false),
		leave: () => setWaiting(null),
	};
}
