/** Both sides of a report as their clients speak to the backend: its reporter with the capability, a handler signed in. */
import * as v from 'valibot';
import { randomText } from '../../../src/contract/bytes.ts';
import { CaseEventsSchema } from '../../../src/contract/case-log.ts';
import type { MessageKind, StoredMessage } from '../../../src/contract/follow.ts';
import type { ReportState } from '../../../src/domain/report/states.ts';
import type { PublicKey } from '../../../src/domain/keys/model.ts';
import { signEvent, wordsOf, type Unsigned } from '../../../src/panel/sealing/event.ts';
import { sealMessage } from '../../../src/panel/sealing/message.ts';
import type { Answer, TestBackend } from './backend.ts';
import { grantsFor, type MadeReport } from './sealed.ts';

export interface Written {
	readonly id: string;
	readonly sealed: string;
}

/** A message as a client makes it, sealed to the report's key. */
export async function written(
	made: MadeReport,
	text: string,
	kind: MessageKind = 'message',
	from: StoredMessage['from'] = kind === 'decision' ? 'handler' : 'reporter',
): Promise<Written> {
	const id = randomText(16);
	const body = { v: 1, report: made.id, id, kind, from, text, at: '2026-05-01T12:00:00Z' } as const;
	const sealed = await sealMessage(body, made.key);
	if (!sealed.ok) throw new Error(sealed.problem);
	return { id, sealed: sealed.value };
}

/** Everything a reporter may do; `secret` for somebody who tries with another capability. */
export function reporterOf(backend: TestBackend, made: MadeReport, secret = made.secret) {
	const auth = `Capability ${secret}`;
	const path = `/v1/reports/${made.id}`;
	return {
		status: () => backend.call('GET', path, { auth }),
		thread: () => backend.call('GET', `${path}/thread`, { auth }),
		write: ({ id, sealed }: Written, kind: 'message' | 'evidence' = 'message') =>
			backend.call('PUT', `${path}/messages/${id}`, { auth, body: { kind, sealed } }),
		withdraw: () => backend.call('POST', `${path}/withdrawal`, { auth }),
		async appeal(recipients: readonly PublicKey[], message?: Written): Promise<Answer> {
			const { id, sealed } = message ?? (await written(made, 'Please look again.', 'appeal'));
			const grants = await grantsFor(made.id, made.key, recipients);
			return backend.call('PUT', `${path}/appeal`, { auth, body: { message: id, sealed, grants } });
		},
		feedback: (answer: string) => backend.call('PUT', `${path}/feedback`, { auth, body: { answer } }),
	};
}

/** `auth` as `signIn` gives it. */
export function handlerOf(backend: TestBackend, made: MadeReport, auth: string) {
	const path = `/v1/cases/${made.id}`;
	/** Signs on the log's end as it is now. */
	async function write(draft: Unsigned): Promise<Answer> {
		const signer = backend.signerOf(auth);
		if (!signer) throw new Error('nobody signs for this session');
		const seen = await backend.call('GET', `${path}/events`, { auth });
		if (seen.status !== 200) return seen;
		const { row } = v.parse(CaseEventsSchema, seen.body);
		const signed = await signEvent(draft, row, signer.keys, new Date(backend.clock.now).toISOString());
		if (!signed.ok) throw new Error(signed.problem);
		return backend.call('POST', `${path}/events`, { auth, body: signed.value });
	}
	const move = async (from: ReportState, to: ReportState, message?: Written): Promise<Answer> =>
		write({
			kind: 'step',
			data: { from, to, words: message ? await wordsOf(message) : null },
			...(message ? { message } : {}),
		});
	return {
		open: () => backend.call('GET', path, { auth }),
		thread: () => backend.call('GET', `${path}/thread`, { auth }),
		write,
		events: (after = 0) => backend.call('GET', `${path}/events?after=${after}`, { auth }),
		answer: async (message: Written) => write({ kind: 'answer', data: await wordsOf(message), message }),
		move,
		decide: async () => move('in-review', 'decided', await written(made, 'What was found.', 'decision')),
	};
}
