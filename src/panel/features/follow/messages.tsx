/** The messages between reporter and handlers, oldest first. */
import { ShownAttachment } from '../../attachments/shown.tsx';
import { useTrayWords } from '../../attachments/words.ts';
import { usePanel } from '../../panel.ts';
import { Tag } from '../../ui/tag.tsx';
import type { Opened } from './use-followed.ts';
import type { FollowWords } from './words.ts';

function Attached({ attachments }: { attachments: NonNullable<Opened['messages'][number]['body']>['attachments'] }) {
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

function One({ stored, body, say }: Opened['messages'][number] & { say: FollowWords }) {
	const { words } = usePanel();
	return (
		<li class={`wh-letter wh-letter--${stored.from}`}>
			<p class="wh-line">
				<span class="wh-name">{say(`follow-from-${stored.from}`)}</span>
				<time class="wh-small" dateTime={stored.at}>
					{words.time(stored.at)}
				</time>
				{stored.kind !== 'message' && <Tag>{say(`follow-kind-${stored.kind}`)}</Tag>}
			</p>
			{body?.outcome && <p>{say(`follow-outcome-${body.outcome}`)}</p>}
			{body ? (
				body.text !== '' && (
					<p class="wh-words" dir="auto">
						{body.text}
					</p>
				)
			) : (
				<p class="wh-small">{say('follow-unreadable')}</p>
			)}
			<Attached attachments={body?.attachments} />
		</li>
	);
}

export function Messages({ opened, say }: { opened: Opened; say: FollowWords }) {
	if (opened.messages.length === 0) return <p class="wh-small">{say('follow-messages-none')}</p>;
	return (
		<ol class="wh-list" aria-live="polite">
			{opened.messages.map((one) => (
				<One key={one.stored.id} {...one} say={say} />
			))}
		</ol>
	);
}
