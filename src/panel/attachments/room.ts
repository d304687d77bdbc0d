/** How much of a report is used: evidence and attachments share what the backend takes. */
import { mostAttachments, type Attachment } from '../../contract/attachment.ts';
import type { Evidence } from '../../contract/evidence.ts';
import { longestBody } from '../sealing/pad.ts';

/** For the person's own words, names, recipients and what stands around them, in bytes of JSON. */
const forWords = 250_000;

const sizeOf = (value: unknown): number => new TextEncoder().encode(JSON.stringify(value)).length;

/** Whether one more attachment fits beside what is there. */
export function hasRoom(evidence: readonly Evidence[], attachments: readonly Attachment[], more: Attachment): boolean {
	if (attachments.length >= mostAttachments) return false;
	return sizeOf(evidence) + sizeOf([...attachments, more]) <= longestBody - forWords;
}

/** The evidence without source text where it would not fit: the newest loses it first; links and hashes stay. */
export function fitting(evidence: readonly Evidence[], attachments: readonly Attachment[]): Evidence[] {
	let left = longestBody - forWords - sizeOf(attachments);
	return evidence.map((one) => {
		const whole = sizeOf(one);
		const { wikitext: _, ...short } = one;
		const kept = whole <= left ? one : short;
		left -= kept === one ? whole : sizeOf(short);
		return kept;
	});
}
