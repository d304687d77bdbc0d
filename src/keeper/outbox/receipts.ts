/** Whether a receipt is the backend's word: signed with a key that this client pinned, or that the backend lists. */
import type { About } from '../../contract/about.ts';
import { keyIdOf } from '../../contract/bytes.ts';
import type { ProblemKey } from '../../contract/problem.ts';
import { receiptText, type Receipt } from '../../contract/receipt.ts';
import type { Pins } from '../../domain/keys/pins.ts';
import { callBackend } from '../backend/call.ts';
import type { KeeperServices } from '../services.ts';
import { canVerify, isSignedBy } from '../../contract/signature.ts';
import { isRefusal } from './retry.ts';

/** Key ids to keys; an id that is not of its key counts for nothing, so none can take another's place. */
export async function receiptPins({ receiptKeys }: Pick<About, 'receiptKeys'>): Promise<Pins['receipts']> {
	const pins: Pins['receipts'] = {};
	for (const { id, key } of receiptKeys) if ((await keyIdOf(key)) === id) pins[id] = key;
	return pins;
}

/**
 * Null where it is genuine, else why it is not taken yet. A backend changes its key now and then, so one that is not pinned
 * is looked for in what it lists now.
 */
export async function faultOf(services: KeeperServices, origin: string, receipt: Receipt): Promise<ProblemKey | null> {
	const row = `staff:${origin}`;
	let key = (await services.vault.get('pins', row))?.receipts[receipt.key];
	if (key === undefined) {
		const about = await callBackend(services, origin, 'about', {});
		// The report has arrived: nothing that is said here may give it up.
		if (!about.ok) return isRefusal(about.problem) ? 'server-error' : about.problem;
		const listed = about.value.origin === origin ? await receiptPins(about.value) : {};
		await services.vault.update('pins', row, (pins) => pins && { ...pins, receipts: { ...pins.receipts, ...listed } });
		key = listed[receipt.key];
	}
	if (key === undefined) return 'server-error';
	if (await isSignedBy(key, receipt.signature, receiptText(receipt))) return null;
	// An old browser keeps what it cannot check, to be verified elsewhere; it would send the report again for ever.
	return (await canVerify()) ? 'server-error' : null;
}
