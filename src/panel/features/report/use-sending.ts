/** Sending once, and following what waits until it is sent. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { OutboxState } from '../../../contract/keeper.ts';
import type { Problem } from '../../../contract/problem.ts';
import type { Target } from '../../../contract/target.ts';
import { usePanel } from '../../panel.ts';
import type { PanelServices } from '../../services.ts';
import type { Ready } from './body.ts';
import { keptState, stateOf, takeBack } from './state.ts';
import { blank, type DraftState } from './use-draft.ts';

const empty = async ({ vault }: PanelServices, target: Target): Promise<void> =>
	(await import('./tray/parts.ts')).emptyTray(vault, target);

/** The keeper knows by itself when to try again; this only looks what came of it. */
const lookAgainMs = 15_000;

export interface Sending {
	readonly sending: boolean;
	/** Whether this was reported before is still being looked up: a form drawn now would change under the hand. */
	readonly recalling: boolean;
	readonly outcome: OutboxState | null;
	readonly problem: Problem | null;
	send(ready: Ready): void;
	tryNow(): Promise<void>;
}

export function useSending(state: DraftState): Sending {
	const { services } = usePanel();
	const [sending, setSending] = useState(false);
	const [outcome, setOutcome] = useState<OutboxState | null>(null);
	const [problem, setProblem] = useState<Problem | null>(null);
	// A second click comes before the first one is drawn.
	const busy = useRef(false);
	const { draft } = state;

	const take = async (found: OutboxState): Promise<void> => {
		if (found.state === 'refused' && draft) {
			await takeBack(services, state.write, draft, found.id).catch(() => undefined);
			state.learn({ sentAs: undefined });
			setProblem({ problem: found.problem ?? 'server-error', params: [] });
			setOutcome(null);
			return;
		}
		// The words go, the fact stays: a second report of the same thing says so.
		if (found.state === 'sent' && draft) {
			void empty(services, draft.target).catch(() => undefined);
			await state.write({ ...blank(draft.target), sentAs: found.id }).catch(() => undefined);
		}
		setOutcome(found);
	};
	const lookAgain = async (now = false): Promise<void> => {
		if (outcome) await take(await stateOf(services, outcome.id, now));
	};
	const tryNow = (): Promise<void> => lookAgain(true);

	useEffect(() => {
		const id = draft?.sentAs;
		if (!id || outcome || busy.current) return;
		const recall = async (): Promise<void> => {
			// From the vault alone, for nobody should wait for a backend before they can write.
			const found = await keptState(services, id);
			if (found && found.state !== 'sent') return take(found);
			if (!found) {
				await takeBack(services, state.write, draft, id).catch(() => undefined);
				return state.learn({ sentAs: undefined });
			}
			// Reported before and sent: a new report starts empty.
			await empty(services, draft.target).catch(() => undefined);
			state.learn({ ...blank(draft.target), evidence: draft.evidence, sentAs: undefined });
		};
		void recall();
	}, [draft?.sentAs]);

	const waits = outcome?.state === 'waiting';
	useEffect(() => {
		if (!waits) return;
		void lookAgain();
		const timer = setInterval(() => void lookAgain(), lookAgainMs);
		const online = (): void => void tryNow();
		window.addEventListener('online', online);
		return () => {
			clearInterval(timer);
			window.removeEventListener('online', online);
		};
	}, [waits]);

	return {
		sending,
		recalling: draft?.sentAs !== undefined && !busy.current && !outcome,
		outcome,
		problem,
		tryNow,
		send(ready) {
			if (busy.current) return;
			busy.current = true;
			setSending(true);
			setProblem(null);
			const run = async (): Promise<void> => {
				const { send } = await import('./send.ts');
				const result = await send(services, ready, state.write);
				if (result.ok) await take(result.value);
				else setProblem(result);
			};
			// The part that seals could not be loaded: nothing is lost, for the words are kept.
			const broken = (): void => setProblem({ problem: 'timed-out', params: [] });
			void run()
				.catch(broken)
				.finally(() => {
					busy.current = false;
					setSending(false);
				});
		},
	};
}
