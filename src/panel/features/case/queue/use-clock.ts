/** The time by the backend's clock, anew every half a minute: what is told in minutes is never far off. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import { clockFrom } from './countdown.ts';

const everyMs = 30_000;

/** `asked`: what the backend said last; empty before that. */
export function useClock(asked: string): string {
	const clock = useMemo(() => clockFrom(asked), [asked]);
	const [now, setNow] = useState({ clock, at: asked });
	useEffect(() => {
		const timer = setInterval(() => setNow({ clock, at: clock() }), everyMs);
		return () => clearInterval(timer);
	}, [clock]);
	return now.clock === clock ? now.at : asked;
}
