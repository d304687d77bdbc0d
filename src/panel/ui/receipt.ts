/** A receipt as a file the person keeps. */
import type { Receipt } from '../../contract/receipt.ts';
import { download } from './download.ts';

export function saveReceipt(receipt: Receipt): void {
	download(`wikihaven-receipt-${receipt.id}.json`, `${JSON.stringify(receipt, null, '\t')}\n`, 'application/json');
}
