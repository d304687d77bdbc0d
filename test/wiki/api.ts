/** One person's session with the API of a test wiki: cookies, tokens, errors as exceptions, since a test expects none. */
import { Jar, type Cookie } from './cookies.ts';

export type Params = Record<string, string | number | boolean | Blob | undefined>;
/** What api.php answers with formatversion=2, read by the test that asked. */
export type Answer = { [key: string]: unknown };

/** An answer of api.php with an error in it. */
export class ApiError extends Error {
	readonly code: string;
	constructor(code: string, info: string) {
		super(`${code}: ${info}`);
		this.code = code;
	}
}

export class Api {
	readonly base: string;
	readonly jar = new Jar();
	private token: string | undefined;

	/** `base` is the origin of the wiki, for example http://127.0.0.1:8080. */
	constructor(base: string) {
		this.base = base;
	}

	/** Fetches a path of the wiki with this person's cookies. */
	async fetch(path: string, init: RequestInit = {}): Promise<Response> {
		const headers = new Headers(init.headers);
		headers.set('cookie', this.jar.header());
		const answer = await fetch(new URL(path, this.base), { ...init, headers, redirect: 'manual' });
		this.jar.take(answer);
		return answer;
	}

	private async call(params: Params, init: RequestInit, query: string): Promise<Answer> {
		const answer = await this.fetch(`/w/api.php${query}`, init);
		const text = await answer.text();
		if (!text.startsWith('{')) throw new Error(`api.php answered ${answer.status}: ${text.slice(0, 500)}`);
		const body = JSON.parse(text) as Answer & { error?: { code: string; info: string } };
		if (body.error) throw new ApiError(body.error.code, `${body.error.info} (${String(params['action'])})`);
		return body;
	}

	get(params: Params): Promise<Answer> {
		const query = new URLSearchParams({ format: 'json', formatversion: '2', ...strings(params) });
		return this.call(params, {}, `?${query}`);
	}

	/** Posts without a token; a Blob makes it multipart. */
	post(params: Params): Promise<Answer> {
		const body = new FormData();
		const all: Params = { format: 'json', formatversion: 2, ...params };
		for (const [name, value] of Object.entries(all)) {
			if (typeof value === 'object') body.set(name, value, 'file.png');
			else if (value !== undefined && value !== false) body.set(name, value === true ? '1' : String(value));
		}
		return this.call(params, { method: 'POST', body }, '');
	}

	/** A fresh token of a type: csrf, login, createaccount, patrol, rollback, userrights, watch. */
	async tokenOf(type: string): Promise<string> {
		const answer = (await this.get({ action: 'query', meta: 'tokens', type })) as {
			query: { tokens: Record<string, string> };
		};
		return answer.query.tokens[`${type}token`] ?? '';
	}

	/** Posts an action that changes something, with this session's CSRF token. */
	async act(params: Params): Promise<Answer> {
		this.token ??= await this.tokenOf('csrf');
		return this.post({ ...params, token: this.token });
	}

	/** Logs in as a browser would, by action=clientlogin. */
	async login(username: string, password: string): Promise<this> {
		const answer = (await this.post({
			action: 'clientlogin',
			username,
			password,
			logintoken: await this.tokenOf('login'),
			loginreturnurl: this.base,
			rememberMe: true,
		})) as { clientlogin: { status: string; message?: string } };
		if (answer.clientlogin.status !== 'PASS')
			throw new Error(`${username} cannot log in: ${answer.clientlogin.message ?? answer.clientlogin.status}`);
		this.token = undefined;
		return this;
	}

	cookies(): Cookie[] {
		return this.jar.list();
	}
}

function strings(params: Params): Record<string, string> {
	const kept = Object.entries(params).filter(([, value]) => value !== undefined && value !== false);
	return Object.fromEntries(kept.map(([name, value]) => [name, value === true ? '1' : String(value)]));
}
