/** Stands in for the backend of reports that are followed: what it would answer by a report's capability, in memory. */
import type { AllVerbs } from '../../../src/contract/all-verbs.ts';
import type { ReportStatus, StoredMessage, Thread } from '../../../src/contract/follow.ts';
import type { Handlers } from '../../../src/contract/port.ts';
import { done, failed, type Outcome } from '../../../src/contract/problem.ts';
import type { Vault } from '../../../src/contract/vault.ts';

/** A report at the backend; a test may change it as time goes by. */
export interface AtBackend {
	secret: string;
	thread: { status: ReportStatus; follow: string | null; sealed: string | null; messages: StoredMessage[] };
}

type Verb = 'thread' | 'findReport' | 'sendMessage' | 'withdraw' | 'appeal' | 'feedback' | 'standing';

export function backendOf(vault: Vault, reports: () => AtBackend[]): Pick<Handlers<AllVerbs>, Verb> {
	const find = async (id: string): Promise<AtBackend | undefined> => {
		const row = await vault.get('reports', id);
		return reports().find(({ secret, thread }) => thread.status.id === id && secret === row?.secret);
	};
	const whole = ({ thread }: AtBackend): Thread => structuredClone(thread);
	const add = ({ thread }: AtBackend, message: StoredMessage): Outcome<object> => {
		const known = thread.messages.find(({ id }) => id === message.id);
		if (known) return known.sealed === message.sealed ? done({}) : failed('conflict');
		thread.messages.push(message);
		return done({});
	};
	const at = '2026-11-22T10:00:00.000Z';
	return {
		async thread({ id }) {
			const found = await find(id);
			return found ? done(whole(found)) : failed('not-found');
		},
		findReport({ id, secret }) {
			const found = reports().find((one) => one.thread.status.id === id && one.secret === secret);
			return found ? done({ origin: 'https://haven.example.org', thread: whole(found) }) : failed('not-found');
		},
		async sendMessage({ id, message, kind, sealed }) {
			const found = await find(id);
			return found ? add(found, { id: message, at, from: 'reporter', kind, sealed }) : failed('not-found');
		},
		async withdraw({ id }) {
			const found = await find(id);
			if (!found) return failed('not-found');
			const { thread } = found;
			thread.status = { ...thread.status, state: 'withdrawn', since: at, due: null };
			Object.assign(thread, { follow: null, sealed: null, messages: [] });
			return done(thread.status);
		},
		async appeal({ id, message, sealed }) {
			const found = await find(id);
			if (!found) return failed('not-found');
			const added = add(found, { id: message, at, from: 'reporter', kind: 'appeal', sealed });
			if (!added.ok) return added;
			const due = { step: 'decision', by: '2027-02-20T10:00:00.000Z' } as const;
			found.thread.status = { ...found.thread.status, state: 'in-review', since: at, due, appeal: 'used' };
			return done(found.thread.status);
		},
		async feedback({ id, answer }) {
			const found = await find(id);
			if (!found) return failed('not-found');
			found.thread.status = { ...found.thread.status, feedback: answer };
			return done({});
		},
		standing: () => done({ tokens: 1, account: { perDay: 1, left: 1, slowedUntil: '2026-12-22T10:00:00.000Z' } }),
	};
}
