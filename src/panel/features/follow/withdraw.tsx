/** Taking a report back from the handlers. */
import { reporterVerbs } from '../../../contract/reporter-verbs.ts';
import { usePanel } from '../../panel.ts';
import { Sure } from './sure.tsx';
import type { FollowWords } from './words.ts';

export function Withdraw({ id, again, say }: { id: string; again: () => void; say: FollowWords }) {
	const { services } = usePanel();
	return (
		<Sure
			words={say('follow-withdraw-words')}
			button={say('follow-withdraw')}
			question={say('follow-withdraw-sure')}
			yes={say('follow-withdraw-yes')}
			act={async () => {
				const outcome = await services.keeperFor(reporterVerbs).call('withdraw', { id });
				if (outcome.ok || outcome.problem === 'conflict') again();
				return outcome;
			}}
		/>
	);
}
