/** Entry of the small window behind the extension's icon: says whether it works here, and offers to switch it on. */
import { directionOf } from '../../domain/language/shown.ts';
import { browser } from './browser.ts';
import { showDuty } from './popup-duty.ts';
import { browserLanguage, sayInBrowser as say } from './say.ts';

async function show(): Promise<void> {
	const language = browserLanguage();
	document.documentElement.lang = language;
	document.documentElement.dir = directionOf(language);
	const words = document.createElement('p');
	words.setAttribute('role', 'status');
	document.body.append(words);
	const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
	const url = tab?.url ? new URL(tab.url) : null;
	if (!url || !/^https?:$/.test(url.protocol)) {
		words.textContent = say('popup-none');
		return;
	}
	const { hostname } = url;
	const origins = [`${url.protocol}//${hostname}/*`];
	const isOn = await browser.permissions.contains({ origins });
	words.textContent = say(isOn ? 'popup-on' : 'popup-off', hostname);
	if (isOn || url.protocol !== 'https:') return;
	const button = document.createElement('button');
	button.type = 'button';
	button.textContent = say('popup-allow', hostname);
	button.addEventListener('click', async () => {
		if (!(await browser.permissions.request({ origins }))) return;
		button.remove();
		words.textContent = say('popup-reload', hostname);
	});
	document.body.append(button);
}

void show().then(() => showDuty(document.body));
