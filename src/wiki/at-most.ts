/** Politeness towards a wiki: no more than so many calls at once. */
import { failed } from '../contract/problem.ts';
import type { WikiTransport } from './transport.ts';

/** The same transport, where further calls wait in line; those still waiting when the signal ends are `cancelled`. */
export function atMost(transport: WikiTransport, calls: number, signal: AbortSignal): WikiTransport {
	const waiting: (() => void)[] = [];
	let running = 0;
	return async (call) => {
		if (running >= calls) await new Promise<void>((go) => waiting.push(go));
		else running++;
		try {
			return signal.aborted ? failed('cancelled') : await transport(call);
		} finally {
			// Whoever is next takes over this place.
			const next = waiting.shift();
			if (next) next();
			else running--;
		}
	};
}
