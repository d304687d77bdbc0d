/** Sends the outbox when the background starts and, as long as something waits, by an alarm: the background may be killed. */
import type { Outcome } from '../../contract/problem.ts';
import type { OutboxState } from '../../contract/keeper.ts';
import { browser } from './browser.ts';

const alarm = 'flush';

/** Gives back the function to call when something may wait. Registers its listeners at once, as the browser wants. */
export function startBackstop(send: () => Promise<Outcome<OutboxState[]>>): () => Promise<void> {
	const flush = async (): Promise<void> => {
		// Before anything is sent: killed in mid-request, the alarm is what comes back.
		await browser.alarms.create(alarm, { delayInMinutes: 0.5, periodInMinutes: 1 });
		const sent = await send();
		if (sent.ok && sent.value.every(({ state }) => state !== 'waiting')) await browser.alarms.clear(alarm);
	};
	browser.alarms.onAlarm.addListener(({ name }) => {
		if (name === alarm) void flush();
	});
	browser.runtime.onStartup.addListener(() => void flush());
	browser.runtime.onInstalled.addListener(() => void flush());
	void flush();
	return flush;
}
