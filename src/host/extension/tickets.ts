/** One-time tickets by which a panel shows that the extension itself, in this tab, was asked to open it. */
import * as v from 'valibot';
import { randomText } from '../../contract/bytes.ts';
import { browser } from './browser.ts';

/** A ticket is redeemed as soon as the frame has loaded. */
const lifetimeMs = 60_000;
const prefix = 'ticket ';
const Stored = v.object({ tab: v.number(), origin: v.string(), until: v.number() });

/** In the session's storage, which pages and content scripts cannot read and which outlives the background. */
export async function giveTicket(tab: number, origin: string): Promise<string> {
	await dropOld();
	const ticket = randomText(32);
	await browser.storage.session.set({ [prefix + ticket]: { tab, origin, until: Date.now() + lifetimeMs } });
	return ticket;
}

async function dropOld(): Promise<void> {
	for (const [key, value] of Object.entries(await browser.storage.session.get(null))) {
		const stored = v.safeParse(Stored, value);
		if (key.startsWith(prefix) && (!stored.success || stored.output.until < Date.now()))
			await browser.storage.session.remove(key);
	}
}

/** One at a time, so that two frames with the same ticket cannot both find it. */
let turn: Promise<unknown> = Promise.resolve();

/** The page's origin when the ticket was given for this tab and not used before. */
export function redeemTicket(ticket: string, tab: number): Promise<{ origin: string } | null> {
	const mine = turn.then(async () => {
		const key = prefix + ticket;
		const stored = v.safeParse(Stored, (await browser.storage.session.get(key))[key]);
		await browser.storage.session.remove(key);
		if (!stored.success || stored.output.tab !== tab || stored.output.until < Date.now()) return null;
		return { origin: stored.output.origin };
	});
	turn = mine.catch(() => undefined);
	return mine;
}
