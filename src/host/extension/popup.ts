/** Entry of the small window behind the extension's icon: says whether it works here, and offers to switch it on. */
import { directionOf, shownLanguage } from '../../domain/language/shown.ts';
import ar from '../../i18n/extension/ar.json';
import de from '../../i18n/extension/de.json';
import en from '../../i18n/extension/en.json';
import es from '../../i18n/extension/es.json';
import hi from '../../i18n/extension/hi.json';
import hans from '../../i18n/extension/zh-hans.json';
import { wordsIn } from '../../page/words.ts';
import { browser } from './browser.ts';

const all = { ar, de, en, es, hi, 'zh-hans': hans };
/** The browser's own language, for the window belongs to the browser and not to the wiki. */
const language = shownLanguage(browser.i18n.getUILanguage());

const say = (key: Exclude<keyof typeof en, '@metadata'>, ...params: string[]): string =>
	wordsIn(all, language, key, params);

async function show(): Promise<void> {
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

void show();
