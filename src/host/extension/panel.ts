/** Entry of panel.html: an empty frame until the background confirms that this tab's own page script opened it. */
import * as v from 'valibot';
import { failed } from '../../contract/problem.ts';
import { RedeemedSchema } from '../../contract/runtime.ts';
import { createVault } from '../../keeper/vault/vault.ts';
import { startPanel } from '../start-panel.ts';
import { takePort } from '../take-port.ts';
import { browser } from './page-browser.ts';

async function admit(origin: string, ticket: string | null): Promise<boolean> {
	if (ticket === null) return false;
	const redeemed = v.safeParse(RedeemedSchema, await browser.runtime.sendMessage({ kind: 'redeem', ticket }));
	return redeemed.success && redeemed.output?.origin === origin;
}

/** A background killed in mid-request answers nothing: then the person may simply try again. */
const send = (body: { verb: string; args: unknown }): Promise<unknown> =>
	browser.runtime.sendMessage({ kind: 'keeper', body }).catch(() => failed('timed-out'));

void void takePort(admit).then((port) =>
	startPanel(port, () => ({ send, vault: createVault(), asksConsent: true, strength: 'extension' })),
);
