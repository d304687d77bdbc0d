/** How often one address may call: counted in memory under a hash that changes with every start. */
import { createHmac, randomBytes } from 'node:crypto';
import { isIPv6 } from 'node:net';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { BackendConfig } from '../config.ts';

export type Rate = keyof BackendConfig['rates'];

export interface Rates {
	/** Null when the call may go on, else the seconds to wait. */
	take(rate: Rate, c: Context): Promise<number | null>;
}

/** An IPv6 customer has a whole /64, so that is what counts as one. */
function networkOf(address: string): string {
	const plain = address.replace(/^::ffff:(?=\d+\.)/, '').replace(/%.*$/, '');
	if (!isIPv6(plain)) return plain;
	const [head = '', tail] = plain.split('::');
	const groups = head.split(':').filter(Boolean);
	const missing = tail === undefined ? 0 : 8 - groups.length - tail.split(':').filter(Boolean).length;
	return [...groups, ...Array<string>(Math.max(0, missing)).fill('0'), ...(tail ?? '').split(':').filter(Boolean)]
		.slice(0, 4)
		.join(':');
}

/** The caller's address: each trusted proxy appended the address it saw, so ours counts from the right. */
function addressOf(c: Context, trustedProxies: number): string {
	const direct = getConnInfo(c).remote.address ?? '';
	if (trustedProxies === 0) return direct;
	const seen = (c.req.header('x-forwarded-for') ?? '').split(',').map((part) => part.trim());
	return seen.at(-trustedProxies) || direct;
}

export function openRates(config: Pick<BackendConfig, 'rates' | 'trustedProxies'>): Rates {
	const salt = randomBytes(32);
	const make = (rate: Rate) => {
		const { points, seconds } = config.rates[rate];
		return new RateLimiterMemory({ keyPrefix: rate, points, duration: seconds });
	};
	const limiters: Readonly<Record<Rate, RateLimiterMemory>> = {
		read: make('read'),
		send: make('send'),
		report: make('report'),
		threat: make('threat'),
		token: make('token'),
		follow: make('follow'),
		signIn: make('signIn'),
		upload: make('upload'),
	};
	return {
		async take(rate, c) {
			const address = networkOf(addressOf(c, config.trustedProxies));
			const key = createHmac('sha256', salt).update(address).digest('base64url');
			try {
				await limiters[rate].consume(key);
				return null;
			} catch (refused) {
				if (!(refused instanceof RateLimiterRes)) throw refused;
				return Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
			}
		},
	};
}
