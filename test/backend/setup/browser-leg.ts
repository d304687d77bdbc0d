/** What a browser does in the sign-in window, by plain requests: follows the wiki's pages with its cookies. */
import { Jar } from '../../wiki/cookies.ts';

export class Window {
	readonly #jar = new Jar();

	async #ask(url: string, init: RequestInit = {}): Promise<Response> {
		const headers = { cookie: this.#jar.header() };
		const answer = await fetch(url, { ...init, headers, redirect: 'manual' });
		this.#jar.take(answer);
		return answer;
	}

	/** Opens the wiki's authorize page; logs in where it asks. Answers the callback address it is sent to, or null. */
	async authorize(url: string, username: string, password: string): Promise<string | null> {
		const page = await this.#ask(url);
		if (page.status === 302) return page.headers.get('location');
		const answer = await this.#ask(url, { method: 'POST', body: new URLSearchParams({ username, password }) });
		return answer.headers.get('location');
	}
}

/** The JSON that the callback page gives its script; null where the page has none. */
export function handoverIn(html: string): { code: string; panelOrigin: string } | null {
	const [, json] = /<script type="application\/json" id="handover">(.*?)<\/script>/.exec(html) ?? [];
	return json === undefined ? null : (JSON.parse(json) as { code: string; panelOrigin: string });
}
