/** Who is signed in to the backend for this wiki, and the buttons to change that. */
import { useRef, useState } from 'preact/hooks';
import type { Problem } from '../../contract/problem.ts';
import type { Session } from '../../contract/session.ts';
import { useAsk } from '../ask.ts';
import { usePanel } from '../panel.ts';
import { openSignInWindow, signIn } from './sign-in.ts';

export interface SessionState {
	/** undefined while it is being asked. */
	readonly session: Session | null | undefined;
	readonly problem: Problem | null;
	/** The sign-in window is open. */
	readonly waiting: boolean;
	readonly blocked: boolean;
	start(origin: string): void;
	cancel(): void;
	end(): Promise<void>;
}

export function useSession(): SessionState {
	const { services, facts } = usePanel();
	const asked = useAsk(facts.wiki, () => services.keeper.call('session', { wiki: facts.wiki }));
	const [problem, setProblem] = useState<Problem | null>(null);
	const [waiting, setWaiting] = useState(false);
	const [blocked, setBlocked] = useState(false);
	const attempt = useRef<AbortController | null>(null);
	return {
		session: asked.state === 'done' ? asked.value : asked.state === 'failed' ? null : undefined,
		problem: problem ?? (asked.state === 'failed' ? asked.problem : null),
		waiting,
		blocked,
		start(origin) {
			attempt.current?.abort();
			const popup = openSignInWindow();
			setBlocked(!popup);
			if (!popup) return;
			const mine = new AbortController();
			attempt.current = mine;
			services.signal.addEventListener('abort', () => mine.abort(), { signal: mine.signal });
			setProblem(null);
			setWaiting(true);
			const run = async (): Promise<void> => {
				const outcome = await signIn(services, facts.wiki, origin, popup, mine.signal);
				if (attempt.current !== mine) return;
				setWaiting(false);
				if (outcome.ok) asked.again();
				else if (outcome.problem !== 'cancelled') setProblem(outcome);
				mine.abort();
			};
			void run();
		},
		cancel() {
			attempt.current?.abort();
			setWaiting(false);
		},
		async end() {
			const outcome = await services.keeper.call('signOut', { wiki: facts.wiki });
			if (outcome.ok) asked.again();
			else setProblem(outcome);
		},
	};
}
