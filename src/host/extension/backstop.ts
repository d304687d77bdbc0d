/** Sends the outbox when the background starts and, as long as something waits, by an alarm: the background may be killed. */
import type { Outcome } from '../../contract/problem.ts';
import type { OutboxState } from '../../contract/keeper.ts';
import { browser } from './browser.ts';

const alarm = 'flush';

type Flush = (args: { now?: boolean | undefined }) => Promise<Outcome<OutboxState[]>>;

/** Gives back the only way to flush. Registers its listeners at once, as the browser wants. */
export function startBackstop(send: Flush): Flush {
	const flush: Flush = async (args) => {
		// Before anything is sent: killed in mid-request, the alarm is what comes back.
		await browser.alarms.create(alarm, { delayInMinutes: 0.5, periodInMinutes: 1 });
		const sent = await send(args);
		if (sent.ok && sent.value.every(({ state }) => state !== 'waiting')) await browser.alarms.clear(alarm);
		return sent;
	};
	browser.alarms.onAlarm.addListener(({ name }) => {
		if (name === alarm) void flush({});
	});
	browser.runtime.onStartup.addListener(() => void flush({}));
	browser.runtime.onInstalled.addListener(() => void flush({}));
	void flush({});
	return flush;
}
