/** What happens with a report: its state, the messages, and the questions that its state allows. */
import type { ItemOf } from '../../../contract/vault.ts';
import { Accordion } from '../../ui/accordion.tsx';
import { Message } from '../../ui/message.tsx';
import { Appeal } from './appeal.tsx';
import { BadFaith } from './bad-faith.tsx';
import { Feedback } from './feedback.tsx';
import { Messages } from './messages.tsx';
import { Steps } from './steps.tsx';
import type { Opened } from './use-followed.ts';
import type { FollowWords } from './words.ts';
import { Write } from './write.tsx';

export function Conversation(props: { row: ItemOf<'reports'>; opened: Opened; again: () => void; say: FollowWords }) {
	const { row, opened, again, say } = props;
	const { status } = opened.thread;
	const body = opened.own?.body;
	const appealable = status.appeal === 'open' && body !== null && body !== undefined;
	return (
		<>
			{status.badFaith && <BadFaith wiki={row.wiki} appealable={appealable} say={say} />}
			<Steps status={status} again={again} say={say} />
			{status.state === 'closed' && <Feedback status={status} say={say} />}
			{status.state !== 'withdrawn' && !opened.own && <Message>{say('follow-no-code')}</Message>}
			{opened.own && !body && <Message type="warning">{say('follow-differs')}</Message>}
			{opened.own && (
				<section class="wh-section" aria-labelledby="wh-messages">
					<h2 id="wh-messages" class="wh-subheading">
						{say('follow-messages')}
					</h2>
					<Messages opened={opened} say={say} />
					<Write id={row.id} kind={row.kind} opened={opened} again={again} say={say} />
				</section>
			)}
			{status.appeal === 'used' && <p class="wh-small">{say('follow-appeal-used')}</p>}
			{appealable && (
				<div class="wh-accordions">
					<Accordion title={say('follow-appeal')}>
						<Appeal body={body} opened={opened} again={again} say={say} />
					</Accordion>
				</div>
			)}
		</>
	);
}
