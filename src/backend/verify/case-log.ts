/** Whether a case's log is whole: without gaps, each event behind the one before, as it was signed, up to where it ends. */
import { createHash } from 'node:crypto';
import { eventHash, eventText, firstPrevious, type CaseEvent } from '../../contract/case-event.ts';
import { isSignedBy } from '../../contract/signature.ts';
import type { CaseEventTable } from '../store/log-tables.ts';
import { eventOf } from '../store/log.ts';

export const faultKinds = [
	'unreadable',
	'gap',
	'previous',
	'hash',
	'signature',
	'sealed',
	'head',
	'snapshot-hash',
	'snapshot-gap',
	'snapshot-head',
	'page-differs',
	'page-more',
] as const;

export interface Fault {
	/** Report id, or number of a snapshot. */
	readonly of: string;
	/** Of the event; 0 where it is about the whole. */
	readonly seq: number;
	readonly what: (typeof faultKinds)[number];
}

/** Where a report's row says that its log ends; null where the report is no longer there. */
export type End = { readonly version: number; readonly head: string } | null;

interface Checked {
	readonly faults: Fault[];
	/** Events whose signing key nobody here knows. */
	readonly unknown: number;
}

function eventIn(row: CaseEventTable): CaseEvent | null {
	try {
		return eventOf(row);
	} catch {
		return null;
	}
}

const sealedHash = (sealed: Uint8Array): string => createHash('sha256').update(sealed).digest('hex');

/** `rows`: of one report, by `seq`. `keys`: id to Ed25519 key, base64url; several where an id was published with several. */
export async function checkLog(
	report: string,
	rows: readonly CaseEventTable[],
	end: End,
	keys: ReadonlyMap<string, readonly string[]>,
): Promise<Checked> {
	const faults: Fault[] = [];
	let unknown = 0;
	let previous = firstPrevious;
	for (const [at, row] of rows.entries()) {
		const fault = (what: Fault['what']) => faults.push({ of: report, seq: at + 1, what });
		const event = eventIn(row);
		if (!event) {
			fault('unreadable');
			previous = row.hash;
			continue;
		}
		if (event.seq !== at + 1 || row.seq !== at + 1 || event.report !== report) fault('gap');
		if (event.previous !== previous) fault('previous');
		const hash = await eventHash(event);
		if (hash !== row.hash) fault('hash');
		if (row.sealed && sealedHash(row.sealed) !== event.sealedHash) fault('sealed');
		const signers = keys.get(event.by);
		const text = eventText(event);
		if (!signers) unknown++;
		else if (!(await Promise.all(signers.map((key) => isSignedBy(key, event.signature, text)))).includes(true)) {
			fault('signature');
		}
		previous = hash;
	}
	if (end && (end.version !== rows.length || end.head !== previous)) faults.push({ of: report, seq: 0, what: 'head' });
	return { faults, unknown };
}
