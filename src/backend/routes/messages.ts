/** A message as both sides get it. */
import * as v from 'valibot';
import { StoredMessageSchema, type StoredMessage } from '../../contract/follow.ts';
import type { MessageTable } from '../store/schema.ts';
import { iso } from '../times.ts';

/** Of a report or of a hearing. */
export function messageAnswer({ id, at, sender, kind, sealed }: Omit<MessageTable, 'report'>): StoredMessage {
	return v.parse(StoredMessageSchema, {
		id,
		at: iso(at),
		from: sender,
		kind,
		sealed: Buffer.from(sealed).toString('base64'),
	});
}
