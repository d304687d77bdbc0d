/** Whether what comes with an event is what the event says, and nothing else. */
import { createHash } from 'node:crypto';
import type { WriteEvent } from '../../contract/case-log.ts';
import type { HandlerEvent } from '../../contract/case-event.ts';
import type { Along } from '../store/log-effects/change.ts';
import type { NewMessage } from '../store/messages.ts';

const bytesOf = (text: string): Buffer => Buffer.from(text, 'base64');
const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** The words an event speaks of: none, or these. */
function wordsOf(event: HandlerEvent): { readonly message: string; readonly hash: string } | null {
	if (event.kind === 'answer' || event.kind === 'tell') return event.data;
	return event.kind === 'step' ? event.data.words : null;
}

function sameKeys(said: readonly string[], given: readonly { readonly key: string }[]): boolean {
	const keys = new Set(given.map(({ key }) => key));
	return keys.size === given.length && keys.size === new Set(said).size && said.every((key) => keys.has(key));
}

function messageOf({ event, message: given, hearing }: WriteEvent): NewMessage | null | undefined {
	const words = wordsOf(event);
	if (!words || !given) return words || given ? undefined : null;
	const sealed = bytesOf(given.sealed);
	if (given.id !== words.message || hashOf(sealed) !== words.hash) return undefined;
	const isDecision = event.kind === 'step' ? event.data.to === 'decided' : hearing?.reasons;
	const kind = isDecision ? 'decision' : 'message';
	return { id: given.id, sender: 'handler', kind, sealed };
}

/** Of `withhold` alone, and there both: what goes out of the report must not be lost. */
function remainderOf({ event, sealed, remainder }: WriteEvent): Buffer | null | undefined {
	if (event.kind !== 'withhold') return remainder === undefined ? null : undefined;
	if (sealed === undefined || remainder === undefined) return undefined;
	const bytes = bytesOf(remainder);
	return hashOf(bytes) === event.data.after ? bytes : undefined;
}

/** Null where something is missing, too much, or not what was signed. */
export function brought(write: WriteEvent, by: readonly string[]): Along | null {
	const { event, grants = [], desk = [] } = write;
	const sealed = write.sealed === undefined ? null : bytesOf(write.sealed);
	if ((sealed && hashOf(sealed)) !== event.sealedHash) return null;
	if ((event.kind === 'note' || event.kind === 'hearing') && !sealed) return null;
	if ((event.kind === 'hearing') !== (write.hearing?.capability !== undefined)) return null;
	if (write.hearing?.reasons && event.kind !== 'tell') return null;
	const message = messageOf(write);
	const remainder = remainderOf(write);
	if (message === undefined || remainder === undefined) return null;
	// Nobody is left with a decision that says nothing.
	if (event.kind === 'step' && event.data.to === 'decided' && !message) return null;
	const readers = event.kind === 'grant' || event.kind === 'escalate' ? event.data.keys : [];
	if (!sameKeys(readers, grants)) return null;
	if (
		(event.kind === 'desk') !== desk.length > 0 ||
		!sameKeys(
			desk.map(({ key }) => key),
			desk,
		)
	)
		return null;
	return {
		sealed,
		remainder,
		message,
		grants: grants.map((one) => ({
			key: one.key,
			box: bytesOf(one.box),
			desk: one.desk === null ? null : bytesOf(one.desk),
		})),
		desk: desk.map(({ key, box }) => ({ key, box: bytesOf(box) })),
		hearing: write.hearing ?? null,
		by,
	};
}
