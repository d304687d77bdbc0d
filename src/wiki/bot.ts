/** The way to a wiki as an account of a service: logs in with a bot password, and again where the session has ended. */
import * as v from 'valibot';
import { done, failed, type Outcome } from '../contract/problem.ts';
import { createWikiApi, type WikiApiOptions, type WikiFetch } from './api.ts';
import { errorCode, type WikiTransport } from './transport.ts';

/** A `fetch` that lets cookies be read and set, as Node's does. */
type CookieFetch = (
	...given: Parameters<WikiFetch>
) => Promise<Awaited<ReturnType<WikiFetch>> & { readonly headers: { getSetCookie(): string[] } }>;

interface BotOptions extends Omit<WikiApiOptions, 'fetch' | 'credentials'> {
	readonly fetch: CookieFetch;
	/** `Account@name`, as Special:BotPasswords gives it. */
	readonly user: string;
	readonly password: string;
}

/** All requests go to one address, so neither domain nor path of a cookie matters. */
function withCookies(fetch: CookieFetch): WikiFetch {
	const jar = new Map<string, string>();
	return async (url, init) => {
		const cookie = [...jar].map((pair) => pair.join('=')).join('; ');
		const answer = await fetch(url, { ...init, headers: { ...init.headers, ...(cookie ? { cookie } : {}) } });
		for (const line of answer.headers.getSetCookie()) {
			const [, name, value = ''] = /^([^=;]+)=([^;]*)/.exec(line) ?? [];
			if (name === undefined) continue;
			// What core writes where it takes a cookie back.
			if (value === 'deleted') jar.delete(name);
			else jar.set(name, value);
		}
		return answer;
	};
}

const LoginToken = v.object({ query: v.object({ tokens: v.object({ logintoken: v.string() }) }) });
const LoggedIn = v.object({ login: v.object({ result: v.string() }) });

/** Problems of the login are those of the call: `forbidden` where the wiki does not take the password. */
export function createBotApi({ user, password, fetch, ...options }: BotOptions): WikiTransport {
	const api = createWikiApi({ ...options, fetch: withCookies(fetch), credentials: 'omit' });
	async function enter(): Promise<Outcome<null>> {
		const asked = await api({ action: 'query', params: { meta: 'tokens', type: 'login' } });
		if (!asked.ok) return asked;
		const token = v.safeParse(LoginToken, asked.value);
		if (!token.success) return failed('wiki-error', [errorCode(asked.value) ?? 'unexpected-answer']);
		const params = { lgname: user, lgpassword: password, lgtoken: token.output.query.tokens.logintoken };
		const answer = await api({ action: 'login', params });
		if (!answer.ok) return answer;
		const said = v.safeParse(LoggedIn, answer.value);
		return said.success && said.output.login.result === 'Success' ? done(null) : failed('forbidden', ['login']);
	}
	/** One login for all who wait for it. */
	let entering: Promise<Outcome<null>> | null = null;
	return async (call) => {
		for (let tries = 1; ; tries++) {
			const mine = (entering ??= enter());
			const entered = await mine;
			if (!entered.ok) {
				if (entering === mine) entering = null;
				return entered;
			}
			const answer = await api({ ...call, params: { ...call.params, assert: 'user' } });
			const isLost = answer.ok && errorCode(answer.value) === 'assertuserfailed';
			if (!isLost || tries === 2) return answer;
			if (entering === mine) entering = null;
		}
	};
}
