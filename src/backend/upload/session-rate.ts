/** How often one signed-in session may have files checked: more than anybody uploads by hand. */
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

const points = 120;
const seconds = 600;

export function openSessionRate(): (session: string) => Promise<number | null> {
	const limiter = new RateLimiterMemory({ keyPrefix: 'upload-session', points, duration: seconds });
	return async (session) => {
		try {
			await limiter.consume(session);
			return null;
		} catch (refused) {
			if (!(refused instanceof RateLimiterRes)) throw refused;
			return Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
		}
	};
}
