/** H9: what handlers write for themselves and what they write to a reporter are two types; no code takes one for the other. */
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { randomText } from '../../../../src/contract/bytes.ts';
import { DeskBodySchema, type DeskBody } from '../../../../src/contract/desk.ts';
import { MessageBodySchema, type MessageBody } from '../../../../src/contract/follow.ts';
import { newDeskKey, openDesk, sealDesk } from '../../../../src/panel/sealing/desk.ts';
import { openMessage, sealMessage } from '../../../../src/panel/sealing/message.ts';
import type { useWriting, Writing } from '../../../../src/panel/writing/use-writing.ts';

const report = randomText(16);
const at = '2026-11-22T10:00:00.000Z';
const note: DeskBody = { v: 1, desk: 'handlers', report, kind: 'note', text: 'Ask the other admin.' };
const message: MessageBody = {
	v: 1,
	report,
	id: randomText(16),
	kind: 'message',
	from: 'handler',
	text: 'Thank you.',
	at,
};

test('H9: neither is taken where the other belongs: by no type, and by no schema', () => {
	/** Never run: each line must fail to compile, or the check of the types fails here. */
	const neverRun = (secret: string, write: typeof useWriting): (Promise<unknown> | Writing)[] => [
		// @ts-expect-error A note is no message to a reporter.
		sealMessage(note, secret),
		// @ts-expect-error A message to a reporter is no note.
		sealDesk(message, secret),
		write({
			report,
			state: { reply: null, unsaved: false, change: () => undefined, anew: () => undefined, clear: () => undefined },
			files: null,
			messages: [],
			secret,
			// @ts-expect-error There is no kind of message that is a note.
			partOf: () => ({ kind: 'note', from: 'handler' }),
			deliver: (body) => sealMessage(body, secret),
			again: () => undefined,
		}),
	];
	expect(neverRun).toBeTypeOf('function');
	expect(v.safeParse(MessageBodySchema, note).success).toBe(false);
	expect(v.safeParse(DeskBodySchema, message).success).toBe(false);
});

test('H9: whichever way a note were sealed, it opens as no message, and a message as no note', async () => {
	const secret = await newDeskKey();
	const sealed = await sealDesk(note, secret);
	const sent = await sealMessage(message, secret);
	if (!sealed.ok || !sent.ok) throw new Error('not sealed');
	const stored = { id: message.id, at, from: 'handler', kind: 'message' } as const;
	expect(await openDesk(sealed.value, report, secret)).toEqual(note);
	expect(await openMessage({ ...stored, sealed: sealed.value }, report, secret)).toBe(null);
	expect(await openMessage({ ...stored, sealed: sent.value }, report, secret)).toEqual(message);
	expect(await openDesk(sent.value, report, secret)).toBe(null);
	expect(await openDesk(sealed.value, randomText(16), secret)).toBe(null);
});
