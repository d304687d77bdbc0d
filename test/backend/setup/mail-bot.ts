/** A wiki that takes e-mails from our account: a double, so that it can be down; the real one is in test/wiki/backend. */
import { done, failed } from '../../../src/contract/problem.ts';
import type { WikiTransport } from '../../../src/wiki/transport.ts';

export function mailsOf(): {
	readonly transport: WikiTransport;
	/** What it was given for each e-mail. */
	readonly sent: Readonly<Record<string, string>>[];
	isDown: boolean;
} {
	const made = { sent: [] as Readonly<Record<string, string>>[], isDown: false };
	const transport: WikiTransport = async ({ action, params }) => {
		if (made.isDown) return failed('wiki-unreachable');
		if (action === 'emailuser') {
			made.sent.push(params);
			return done({ emailuser: { result: 'Success' } });
		}
		const general = { base: 'http://a.wiki.test/wiki/Hauptseite', lang: 'de-at' };
		return done({ query: { general, tokens: { csrftoken: 'abc+\\' } } });
	};
	return Object.assign(made, { transport });
}
