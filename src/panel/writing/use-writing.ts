/** Sending one message: once, whatever was interrupted, and nothing typed is lost. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Attachment } from '../../contract/attachment.ts';
import type { MessageBody, StoredMessage } from '../../contract/follow.ts';
import { longestTyped } from '../../contract/primitives.ts';
import { failed, type Outcome, type Problem } from '../../contract/problem.ts';
import { usePanel } from '../panel.ts';
import type { TalkKey } from '../sealing/message.ts';
import type { ReplyState } from './use-reply.ts';

export interface Writing {
	readonly sending: boolean;
	readonly problem: Problem | null;
	/** `earlier`: what arrived was changed here since, and the change is not sent. */
	readonly told: 'arrived' | 'earlier' | 'empty' | null;
	send(): Promise<void>;
}

/** A message as it is kept, and what it says; null where it could not be opened. */
export interface Letter {
	readonly stored: StoredMessage;
	readonly body: MessageBody | null;
}

const hashes = (attachments: MessageBody['attachments'] = []): string =>
	attachments
		.map(({ sha256 }) => sha256)
		.sort()
		.join();

export function useWriting<Key extends TalkKey>(props: {
	report: string;
	state: ReplyState;
	/** What is attached on this device. */
	files: { readonly files: readonly Attachment[]; drop(one: Attachment): Promise<void> } | null;
	/** What has arrived so far. */
	messages: readonly Letter[];
	/** null where it is not at hand. */
	secret: Key | null;
	/** What it is besides a text. */
	partOf: (attached: boolean) => Pick<MessageBody, 'kind' | 'outcome'> & Pick<StoredMessage, 'from'>;
	/** Seals and hands over; the message's id makes that twice is once. */
	deliver: (body: MessageBody, secret: Key) => Promise<Outcome<unknown>>;
	again: () => void;
}): Writing {
	const { signal } = usePanel().services;
	const { state, files, messages, secret } = props;
	const [sending, setSending] = useState(false);
	const [problem, setProblem] = useState<Problem | null>(null);
	const [told, setTold] = useState<Writing['told']>(null);
	// A second click comes before the first one is drawn.
	const busy = useRef(false);
	const now = useRef({ state, files });
	now.current = { state, files };

	/** What the backend has under this id is either what stands here, or an earlier form of it. */
	const settle = async (body: MessageBody | null): Promise<void> => {
		const { reply } = now.current.state;
		const attached = now.current.files?.files ?? [];
		setProblem(null);
		if (!body || body.text !== reply?.text || hashes(body.attachments) !== hashes([...attached])) {
			now.current.state.anew();
			return setTold('earlier');
		}
		now.current.state.clear();
		for (const one of attached) await now.current.files?.drop(one).catch(() => undefined);
		setTold('arrived');
	};
	useEffect(() => {
		const arrived = messages.find(({ stored }) => stored.id === state.reply?.message);
		if (arrived && !busy.current) void settle(arrived.body);
	}, [messages, state.reply?.message]);

	return {
		sending,
		problem,
		told,
		async send() {
			const { reply } = state;
			const attachments = [...(files?.files ?? [])];
			if (busy.current || !reply || secret === null) return;
			if (reply.text.trim() === '' && attachments.length === 0) return setTold('empty');
			if (reply.text.length > longestTyped) return setProblem(failed('too-long'));
			busy.current = true;
			setSending(true);
			setProblem(null);
			setTold(null);
			const body: MessageBody = {
				v: 1,
				report: props.report,
				id: reply.message,
				...props.partOf(attachments.length > 0),
				text: reply.text,
				...(attachments.length > 0 ? { attachments } : {}),
				at: new Date().toISOString(),
			};
			const outcome = await props.deliver(body, secret).catch(() => failed('server-error'));
			busy.current = false;
			if (signal.aborted) return;
			setSending(false);
			if (outcome.ok) await settle(body);
			// It may have arrived before: then the thread has it, and it is settled when that is read.
			else setProblem(outcome);
			if (outcome.ok || outcome.problem === 'conflict') props.again();
		},
	};
}
