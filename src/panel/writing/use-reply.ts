/** A text that is being written to handlers: kept on this device while it is written, under an id that stays when it is sent again. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { randomText } from '../../contract/bytes.ts';
import type { ItemOf } from '../../contract/vault.ts';
import { usePanel } from '../panel.ts';

export type Reply = ItemOf<'replies'>;

const blank = (): Reply => ({ message: randomText(16), text: '', at: new Date().toISOString() });

export interface ReplyState {
	/** null while it is looked for. */
	readonly reply: Reply | null;
	/** The vault refused to keep it: said, because closing the panel would lose it. */
	readonly unsaved: boolean;
	change(text: string): void;
	/** What stands here is another message than the one that arrived under its id. */
	anew(): void;
	/** It arrived: nothing of it stays on this device. */
	clear(): void;
}

/** `key`: of the vault's `replies`. */
export function useReply(key: string): ReplyState {
	const { vault } = usePanel().services;
	const [reply, setReply] = useState<Reply | null>(null);
	const [unsaved, setUnsaved] = useState(false);
	const latest = useRef<Reply | null>(null);
	const work = useRef<Promise<void>>(Promise.resolve());
	const show = (next: Reply): void => {
		latest.current = next;
		setReply(next);
	};
	// One after the other, and each writes what is newest then: nothing older comes to lie over it.
	const keep = (): void => {
		const write = async (): Promise<void> => {
			const now = latest.current;
			if (!now) return;
			await (now.text === '' ? vault.drop('replies', key) : vault.put('replies', key, now));
		};
		work.current = work.current.then(write).then(
			() => setUnsaved(false),
			() => setUnsaved(true),
		);
	};
	useEffect(() => {
		let wanted = true;
		const restore = async (): Promise<void> => {
			const found = await vault.get('replies', key).catch(() => undefined);
			if (wanted) show(found ?? blank());
		};
		void restore();
		return () => {
			wanted = false;
		};
	}, [key]);
	const put = (part: Partial<Reply>): void => {
		show({ ...(latest.current ?? blank()), ...part, at: new Date().toISOString() });
		keep();
	};
	return {
		reply,
		unsaved,
		change: (text) => put({ text }),
		anew: () => put({ message: randomText(16) }),
		clear: () => put({ message: randomText(16), text: '' }),
	};
}
