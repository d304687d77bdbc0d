/** Entry of the page that the person reported opens with their code: the backend serves it, and nothing else is asked. */
import { hearingVerbs, type HearingVerbs } from '../../contract/hearing-verbs.ts';
import { keeperVerbs } from '../../contract/keeper.ts';
import { pageVerbs } from '../../contract/page-panel.ts';
import { answer, clientOf, type Handlers } from '../../contract/port.ts';
import { failed } from '../../contract/problem.ts';
import { directionOf, shownLanguage } from '../../domain/language/shown.ts';
import { callBackend } from '../../keeper/backend/call.ts';
import { createVault } from '../../keeper/vault/vault.ts';
import { mountHearing } from '../../panel/features/hearing/alone.tsx';
import { limitedFetch } from '../limited-fetch.ts';

const life = new AbortController();
window.addEventListener('pagehide', () => life.abort(), { once: true });

const backend = { fetch: limitedFetch, signal: life.signal };
const { origin } = location;
const handlers: Handlers<HearingVerbs> = {
	hearing: ({ id, secret }) => callBackend(backend, origin, 'hearing', { params: { id }, secret }),
	sayInHearing: ({ id, secret, message, ...body }) =>
		callBackend(backend, origin, 'sayInHearing', { params: { id, message }, secret, body }),
	contestDecision: ({ id, secret, ...body }) =>
		callBackend(backend, origin, 'contestDecision', { params: { id }, secret, body }),
	caseHearings: () => failed('not-signed-in'),
};
const send = (body: unknown): Promise<unknown> => answer(hearingVerbs, handlers, body);

// Not in the history of a browser that others use.
const code = location.hash.slice(1);
history.replaceState(null, '', location.pathname);

const language = navigator.languages.find((tag) => shownLanguage(tag) !== 'en' || /^en\b/i.test(tag)) ?? 'en';
const root = document.getElementById('panel');
if (root) {
	void mountHearing(
		root,
		{
			page: clientOf(pageVerbs, () => Promise.resolve(failed('not-in-frame'))),
			keeper: clientOf(keeperVerbs, send),
			keeperFor: (verbs) => clientOf(verbs, send),
			vault: createVault(),
			facts: {
				wiki: origin,
				articlePath: '/$1',
				title: null,
				revision: null,
				language,
				dir: directionOf(shownLanguage(language)),
				theme: 'os',
				skin: '',
				user: null,
			},
			origin,
			asksConsent: false,
			strength: 'gadget',
			asset: (name) => new URL(name, `${origin}/panel/`).href,
			signal: life.signal,
		},
		code,
	);
}
