/** Entry of the background: answers page and panel, sends what waits. It may be killed at any second, so it holds nothing. */
import * as v from 'valibot';
import type { Runtime } from 'webextension-polyfill';
import { randomText } from '../../contract/bytes.ts';
import { allVerbs } from '../../contract/all-verbs.ts';
import { answer } from '../../contract/port.ts';
import { failed } from '../../contract/problem.ts';
import { RuntimeMessageSchema, type Switches } from '../../contract/runtime.ts';
import { createKeeper } from '../../keeper/main.ts';
import { createVault } from '../../keeper/vault/vault.ts';
import { limitedFetch } from '../limited-fetch.ts';
import { sharedFiles } from '../shared-files.ts';
import { startBackstop } from './backstop.ts';
import { browser } from './browser.ts';
import { startDuty } from './duty.ts';
import { senderOf } from './senders.ts';
import { followGrants } from './sites.ts';
import { giveTicket, redeemTicket } from './tickets.ts';
import { handOff, wikiApi } from './wiki-api.ts';

const vault = createVault();
const alone = createKeeper({
	vault,
	wikiApi,
	handOff,
	sharedFiles,
	fetch: limitedFetch,
	now: () => Date.now(),
	process: randomText(16),
	signal: new AbortController().signal,
});
followGrants();
startDuty(alone, vault);
/** Whoever has something sent, an alarm stands behind it. */
const keeper = { ...alone, flush: startBackstop(async (args) => alone.flush(args)) };

/** A page hears of its own wiki only. */
async function switchesOf(wiki: string, origin: string): Promise<Switches> {
	if (new URL(wiki).origin !== origin) return null;
	const seen = await keeper.config({ wiki, fresh: false });
	return seen.ok ? [...seen.value.config.off] : null;
}

/** Undefined for whom it is not meant: then nobody answers. */
async function handle(message: unknown, from: NonNullable<ReturnType<typeof senderOf>>): Promise<unknown> {
	const parsed = v.safeParse(RuntimeMessageSchema, message);
	if (!parsed.success) return failed('bad-input');
	const { output } = parsed;
	if (from.who === 'page') {
		if (output.kind === 'ticket') return { ticket: await giveTicket(from.tab, from.origin) };
		if (output.kind === 'switches') return switchesOf(output.wiki, from.origin);
		if (output.kind !== 'dock') return failed('forbidden');
		await browser.scripting.executeScript({ target: { tabId: from.tab }, files: ['dock.js'] });
		return null;
	}
	if (output.kind === 'redeem') {
		const redeemed = await redeemTicket(output.ticket, from.tab);
		// Somebody is here: no reason to wait out the pause after a failure.
		if (redeemed) void keeper.flush({ now: true });
		return redeemed;
	}
	if (output.kind === 'keeper') return answer(allVerbs, keeper, output.body);
	return failed('forbidden');
}

browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => {
	const from = senderOf(sender);
	return from ? handle(message, from) : undefined;
});
