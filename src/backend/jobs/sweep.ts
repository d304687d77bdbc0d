/** Now and then removes sessions and sign-ins that are over, and closes reports that are. */
import type { Services } from '../services.ts';
import { sweep } from '../store/sessions.ts';
import { closeOld } from './close.ts';

const every = 10 * 60 * 1000;

export function startSweep(services: Services, signal: AbortSignal): void {
	const { store, now, log } = services;
	const timer = setInterval(() => {
		sweep(store, now()).catch((error: unknown) => log.error('sweep failed', error));
		closeOld(services).catch((error: unknown) => log.error('closing failed', error));
	}, every);
	timer.unref();
	signal.addEventListener('abort', () => clearInterval(timer), { once: true });
}
