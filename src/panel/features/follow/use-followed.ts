/** One report followed: its row on this device, and what the backend says of it, opened with its return code. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { fromBase64Url } from '../../../contract/bytes.ts';
import type { MessageBody, StoredMessage, Thread } from '../../../contract/follow.ts';
import { done, failed, type Problem } from '../../../contract/problem.ts';
import { reporterVerbs } from '../../../contract/reporter-verbs.ts';
import { keysOfCode } from '../../../contract/return-code.ts';
import type { ItemOf } from '../../../contract/vault.ts';
import { useAsk } from '../../ask.ts';
import { usePanel } from '../../panel.ts';
import type { OwnReport } from '../../sealing/follow.ts';
import { useNews } from './use-news.ts';

export interface Opened {
	readonly thread: Thread;
	/** null where this device has not its code, and once it is withdrawn. */
	readonly own: OwnReport | null;
	readonly messages: readonly { readonly stored: StoredMessage; readonly body: MessageBody | null }[];
}

export interface Followed {
	/** undefined while it is looked for, null where this device does not know it. */
	readonly row: ItemOf<'reports'> | null | undefined;
	/** The last that was seen stays while it is asked for again. */
	readonly opened: Opened | null;
	readonly problem: Problem | null;
	again(): void;
	keepRow(change: Partial<ItemOf<'reports'>>): Promise<void>;
}

/** age loads here, with the first report that is opened. */
async function open(thread: Thread, row: ItemOf<'reports'>): Promise<Opened> {
	const [{ openOwn }, { openMessage }] = await Promise.all([
		import('../../sealing/follow.ts'),
		import('../../sealing/message.ts'),
	]);
	const key = row.code && (await keysOfCode(fromBase64Url(row.code))).follow;
	const own = key ? await openOwn(thread, key, (row.receipt ?? thread.status.receipt).hash) : null;
	const messages = await Promise.all(
		thread.messages.map(async (stored) => ({
			stored,
			body: own && (await openMessage(stored, row.id, own.secret)),
		})),
	);
	return { thread, own, messages };
}

export function useFollowed(id: string): Followed {
	const { services } = usePanel();
	const { vault } = services;
	const [row, setRow] = useState<ItemOf<'reports'> | null | undefined>(undefined);
	const last = useRef<Opened | null>(null);
	useEffect(() => {
		vault.get('reports', id).then(
			(found) => setRow(found ?? null),
			() => setRow(null),
		);
	}, []);
	const asked = useAsk(row?.receipt ? id : null, async () => {
		const thread = await services.keeperFor(reporterVerbs).call('thread', { id });
		if (!thread.ok) return thread;
		return row ? done(await open(thread.value, row)) : failed('not-found');
	});
	if (asked.state === 'done') last.current = asked.value;
	useNews(id, last.current?.thread.status ?? null, asked.again);
	const keepRow = async (change: Partial<ItemOf<'reports'>>): Promise<void> => {
		// Read again: the keeper may have written a receipt in between.
		const now = await vault.get('reports', id);
		if (!now) return;
		await vault.put('reports', id, { ...now, ...change });
		setRow({ ...now, ...change });
	};
	const answered = last.current?.own ? last.current.thread.status.lastAnswer : null;
	useEffect(() => {
		if (answered && row && row.read !== answered) void keepRow({ read: answered }).catch(() => undefined);
	}, [answered, row === undefined]);
	const problem = asked.state === 'failed' ? asked.problem : null;
	return { row, opened: last.current, problem, again: asked.again, keepRow };
}
