/** Tells a handler by the browser that something waits: only where they switched it on, and never what. */
import * as v from 'valibot';
import type { HandlerVerbs } from '../../contract/handler-verbs.ts';
import type { Handlers } from '../../contract/port.ts';
import type { Vault } from '../../contract/vault.ts';
import { browser } from './browser.ts';
import { dutyKey, lookForWork, ToldSchema } from './duty-watch.ts';
import { sayInBrowser } from './say.ts';

const everyMinutes = 2;
const alarm = 'duty';
const notice = 'duty';
const toldKey = 'duty-told';
const leadKey = 'duty-lead';

async function kept(key: string): Promise<unknown> {
	return (await browser.storage.local.get(key))[key];
}

async function told(): Promise<v.InferOutput<typeof ToldSchema>> {
	const parsed = v.safeParse(ToldSchema, await kept(toldKey));
	return parsed.success ? parsed.output : {};
}

async function notify(wiki: string): Promise<void> {
	await browser.storage.local.set({ [leadKey]: wiki });
	// Not there until the person has granted it.
	await browser.notifications?.create(notice, {
		type: 'basic',
		iconUrl: browser.runtime.getURL('icons/128.png'),
		title: 'Wikihaven',
		message: sayInBrowser('duty-notice'),
	});
}

/** Opens the wiki's main page: its tools lead to the queue. */
async function open(): Promise<void> {
	const wiki = await kept(leadKey);
	if (typeof wiki === 'string') await browser.tabs.create({ url: `${wiki}/index.php` });
	await browser.notifications?.clear(notice);
}

/** Registers its listeners at once, as the browser wants. */
export function startDuty(keeper: Pick<Handlers<HandlerVerbs>, 'waitingWork'>, vault: Vault): void {
	const look = (): Promise<void> =>
		lookForWork({
			wikis: async () => (await vault.all('sessions')).map(({ key }) => key),
			waiting: async (wiki) => keeper.waitingWork({ wiki }),
			isOn: async () => (await kept(dutyKey)) === true,
			told,
			keep: (now) => browser.storage.local.set({ [toldKey]: now }),
			badge: (text) => browser.action.setBadgeText({ text }),
			notify,
		});
	const follow = async (): Promise<void> => {
		const isSet = (await browser.alarms.get(alarm)) !== undefined;
		const on = (await kept(dutyKey)) === true;
		if (on && !isSet) await browser.alarms.create(alarm, { delayInMinutes: 0.5, periodInMinutes: everyMinutes });
		if (!on && isSet) await browser.alarms.clear(alarm);
	};
	const listen = (): void => {
		if (browser.notifications?.onClicked.hasListener(onClick) === false)
			browser.notifications.onClicked.addListener(onClick);
	};
	const onClick = (id: string): void => {
		if (id === notice) void open();
	};
	browser.alarms.onAlarm.addListener(({ name }) => {
		if (name === alarm) void look();
	});
	browser.storage.local.onChanged.addListener((changes) => {
		if (!(dutyKey in changes)) return;
		void follow();
		void look();
	});
	// Nothing else asks for it; and a browser may close the window behind the icon while it asks.
	browser.permissions.onAdded.addListener(({ permissions = [] }) => {
		if (!permissions.includes('notifications')) return;
		listen();
		void browser.storage.local.set({ [dutyKey]: true });
	});
	browser.permissions.onRemoved.addListener(({ permissions = [] }) => {
		if (permissions.includes('notifications')) void browser.storage.local.set({ [dutyKey]: false });
	});
	browser.runtime.onStartup.addListener(() => void follow());
	browser.runtime.onInstalled.addListener(() => void follow());
	listen();
	void follow();
}
