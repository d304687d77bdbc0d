/** Both sides of a report as their clients speak to the backend: its reporter with the capability, a handler signed in. */
import { randomText } from '../../../src/contract/bytes.ts';
import type { MessageKind, StoredMessage } from '../../../src/contract/follow.ts';
import type { ReportState } from '../../../src/domain/report/states.ts';
import type { PublicKey } from '../../../src/domain/keys/model.ts';
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
	return {
		open: () => backend.call('GET', path, { auth }),
		thread: () => backend.call('GET', `${path}/thread`, { auth }),
		answer: ({ id, sealed }: Written) => backend.call('PUT', `${path}/messages/${id}`, { auth, body: { sealed } }),
		move: (from: ReportState, to: ReportState, message?: Written) =>
			backend.call('POST', `${path}/state`, { auth, body: { from, to, ...(message ? { message } : {}) } }),
		async decide(): Promise<Answer> {
			return backend.call('POST', `${path}/state`, {
				auth,
				body: { from: 'in-review', to: 'decided', message: await written(made, 'What was found.', 'decision') },
			});
		},
	};
}
