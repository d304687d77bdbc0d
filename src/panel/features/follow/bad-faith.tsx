/** Tells that two handlers found bad faith, what follows from it and for how long, and what can be done. */
import { reporterVerbs } from '../../../contract/reporter-verbs.ts';
import { useAsk } from '../../ask.ts';
import { usePanel } from '../../panel.ts';
import { Message } from '../../ui/message.tsx';
import type { FollowWords } from './words.ts';

export function BadFaith({ wiki, appealable, say }: { wiki: string; appealable: boolean; say: FollowWords }) {
	const { services, words } = usePanel();
	const standing = useAsk(wiki, () => services.keeperFor(reporterVerbs).call('standing', { wiki }));
	const until = standing.state === 'done' ? standing.value.account?.slowedUntil : null;
	return (
		<Message type="notice">
			<p>{say('follow-faith')}</p>
			{until && <p>{say('follow-faith-until', words.time(until))}</p>}
			<p>{say(appealable ? 'follow-faith-appeal' : 'follow-faith-write')}</p>
		</Message>
	);
}
