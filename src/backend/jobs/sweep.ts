/** Now and then removes sessions, sign-ins and what stands of tokens once they are over, and closes reports that are. */
import type { Services } from '../services.ts';
import { eraseOld } from '../retention/erase-old.ts';
import { sweep } from '../store/sessions.ts';
import { sweepStanding } from '../store/tokens.ts';
import { closeOld } from './close.ts';

const every = 10 * 60 * 1000;
const day = 24 * 3600 * 1000;

export function startSweep(services: Services, signal: AbortSignal): void {
	const { store, standing, now, log } = services;
	const timer = setInterval(() => {
		sweep(store, now()).catch((error: unknown) => log.error('sweep failed', error));
		const old = { day: Math.floor(now() / day), term: standing.tokens.oldest(), now: now() };
		sweepStanding(store, old).catch((error: unknown) => log.error('sweep of standing failed', error));
		eraseOld(store, services.receipts, services.config.retention, now()).catch((error: unknown) =>
			log.error('erasing failed', error),
		);
		closeOld(services).catch((error: unknown) => log.error('closing failed', error));
	}, every);
	timer.unref();
	signal.addEventListener('abort', () => clearInterval(timer), { once: true });
}
