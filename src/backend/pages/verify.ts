/** The page that verifies a receipt without asking anybody: one file that can be saved, with the keys in it. */
import type { Hono } from 'hono';
import type { Services } from '../services.ts';
import { receiptKeys } from '../store/receipt-keys.ts';
import { escapeHtml, ownPage, scriptFile, type OwnPage } from './html.ts';
import { wordsFor, type Words } from './words.ts';

interface ListedKey {
	readonly id: string;
	readonly key: string;
	readonly since: number;
}

const results = ['good', 'bad', 'unknown-key', 'unreadable', 'unsupported'] as const;

export function verifyPage(words: Words, keys: readonly ListedKey[]): OwnPage {
	const say = (key: string): string => escapeHtml(words.say(`backend-verify-${key}`));
	const listed = keys.map(({ id, key, since }) => ({ id, key, since: new Date(since).toISOString() }));
	const body =
		`<h1>${say('title')}</h1><p>${say('intro')}</p><form id="form">` +
		`<label for="receipt">${say('receipt')}</label><textarea id="receipt" dir="ltr" spellcheck="false"></textarea>` +
		`<label for="file">${say('file')}</label><input id="file" type="file" accept=".json,application/json">` +
		`<label for="keys">${say('keys')}</label><textarea id="keys" dir="ltr" spellcheck="false">` +
		`${escapeHtml(JSON.stringify(listed, null, 1))}</textarea><button>${say('check')}</button></form>` +
		'<div role="status">' +
		results
			.map((id) => `<p id="${id}" data-result hidden>${say(id)}${id === 'good' ? ' <time id="time"></time>' : ''}</p>`)
			.join('') +
		'</div>';
	return ownPage(words, words.say('backend-verify-title'), body, scriptFile('verify.js'));
}

export function serveVerify(app: Hono, services: Services): void {
	app.get('/verify.html', async (c) => {
		const page = verifyPage(wordsFor(c.req.header('accept-language')), await receiptKeys(services.store.db));
		return c.html(page.html, 200, { 'Content-Security-Policy': page.policy, Vary: 'Accept-Language' });
	});
}
