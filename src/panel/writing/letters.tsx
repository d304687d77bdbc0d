/** The messages between reporter and handlers, oldest first. */
import './style.ts';
import type { MessageBody, StoredMessage } from '../../contract/follow.ts';
import { ShownAttachment } from '../attachments/shown.tsx';
import { useTrayWords } from '../attachments/words.ts';
import { usePanel } from '../panel.ts';
import { Tag } from '../ui/tag.tsx';
import type { Letter } from './use-writing.ts';

/** In the words of the side that reads them. */
export interface LetterWords {
	from(from: StoredMessage['from']): string;
	kind(kind: Exclude<StoredMessage['kind'], 'message'>): string;
	outcome(outcome: NonNullable<MessageBody['outcome']>): string;
	readonly unreadable: string;
	readonly none: string;
}

function Attached({ attachments }: { attachments: MessageBody['attachments'] }) {
	const say = useTrayWords();
	if (!say || !attachments) return null;
	return (
		<ul class="wh-list">
			{attachments.map((one) => (
				<li key={one.sha256} class="wh-card">
					<ShownAttachment attachment={one} say={say} />
				</li>
			))}
		</ul>
	);
}

function One({ stored, body, say, bare }: Letter & { say: LetterWords; bare: boolean }) {
	const { words } = usePanel();
	return (
		<li class={`wh-letter wh-letter--${stored.from}`}>
			<p class="wh-line">
				<span class="wh-name">{say.from(stored.from)}</span>
				<time class="wh-small" dateTime={stored.at}>
					{words.time(stored.at)}
				</time>
				{stored.kind !== 'message' && <Tag>{say.kind(stored.kind)}</Tag>}
			</p>
			{body?.outcome && <p>{say.outcome(body.outcome)}</p>}
			{body ? (
				body.text !== '' && (
					<p class="wh-words" dir="auto">
						{body.text}
					</p>
				)
			) : (
				<p class="wh-small">{say.unreadable}</p>
			)}
			{!bare && <Attached attachments={body?.attachments} />}
		</li>
	);
}

/** `bare`: nothing attached is shown. */
export function Letters(props: { messages: readonly Letter[]; say: LetterWords; bare?: boolean }) {
	const { messages, say, bare = false } = props;
	if (messages.length === 0) return <p class="wh-small">{say.none}</p>;
	return (
		<ol class="wh-list" aria-live="polite">
			{messages.map((one) => (
				<One key={one.stored.id} {...one} say={say} bare={bare} />
			))}
		</ol>
	);
}
