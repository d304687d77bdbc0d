/** Now and then removes sessions and sign-ins that are over. */
import type { Services } from '../services.ts';
import { sweep } from '../store/sessions.ts';

const every = 10 * 60 * 1000;

export function startSweep({ store, now, log }: Services, signal: AbortSignal): void {
	const timer = setInterval(() => {
		sweep(store, now()).catch((error: unknown) => log.error('sweep failed', error));
	}, every);
	timer.unref();
	signal.addEventListener('abort', () => clearInterval(timer), { once: true });
}
