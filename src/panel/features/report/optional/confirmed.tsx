/** Whether a sign-in confirms the name, and whether this account's reports were slowed down. */
import { reporterVerbs } from '../../../../contract/reporter-verbs.ts';
import { useAsk } from '../../../ask.ts';
import { usePanel } from '../../../panel.ts';
import type { ReportWords } from '../../../words/form.ts';

export function Confirmed({ wiki, user, say }: { wiki: string; user: string; say: ReportWords }) {
	const { services, words } = usePanel();
	const session = useAsk(wiki, () => services.keeper.call('session', { wiki }));
	const signedIn = session.state === 'done' && session.value?.user === user;
	// Also fetches tokens in advance, so that none is fetched as the report is sent.
	const standing = useAsk(signedIn ? wiki : null, () => services.keeperFor(reporterVerbs).call('standing', { wiki }));
	const slowed = standing.state === 'done' ? standing.value.account?.slowedUntil : null;
	if (session.state === 'asking') return null;
	return (
		<>
			<p class="wh-small">{say(signedIn ? 'mode-confirmed' : 'mode-unconfirmed')}</p>
			{slowed && <p class="wh-small">{say('mode-slowed', words.time(slowed))}</p>}
		</>
	);
}
