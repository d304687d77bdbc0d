/** The page a sign-in ends on: it hands the code to the panel, or says calmly why there is none. */
import type { Hono } from 'hono';
import { answerOfWiki, type Handover } from '../auth/callback.ts';
import { problemAnswer } from '../routes/register.ts';
import type { Rates } from '../routes/rates.ts';
import type { Services } from '../services.ts';
import { escapeHtml, jsonForScript, ownPage, scriptFile, type OwnPage } from './html.ts';
import { wordsFor, type Words } from './words.ts';

function handoverPage(words: Words, handover: Handover): OwnPage {
	const line = (id: string, key: string, hidden = ''): string =>
		`<p id="${id}" role="status"${hidden}>${escapeHtml(words.say(key))}</p>`;
	const data = `<script type="application/json" id="handover">${jsonForScript(handover)}</script>`;
	const body = line('done', 'backend-sign-in-done') + line('no-opener', 'backend-sign-in-no-opener', ' hidden') + data;
	return ownPage(words, words.say('backend-sign-in-title'), body, scriptFile('callback.js'));
}

function failedPage(words: Words, key: string): OwnPage {
	return ownPage(words, words.say('backend-sign-in-title'), `<p role="status">${escapeHtml(words.say(key))}</p>`, null);
}

export function serveCallback(app: Hono, services: Services, rates: Rates): void {
	app.get('/v1/auth/callback', async (c) => {
		const wait = await rates.take('signIn', c);
		if (wait !== null) return problemAnswer(c, { problem: 'rate-limited', params: [String(wait)] });
		const words = wordsFor(c.req.header('accept-language'));
		const outcome = await answerOfWiki(new URL(c.req.url).searchParams, services);
		const problem = outcome.ok ? null : outcome.problem;
		const page = outcome.ok
			? handoverPage(words, outcome.value)
			: failedPage(words, problem === 'code-expired' ? 'backend-sign-in-expired' : 'backend-sign-in-failed');
		return c.html(page.html, outcome.ok ? 200 : 400, {
			'Content-Security-Policy': page.policy,
			// Any other value would cut the opener that the code is for.
			'Cross-Origin-Opener-Policy': 'unsafe-none',
		});
	});
}
