/** Said on opening: that one met a party of the report often of late. Counted from the wiki's own pages, told to nobody. */
import type { ReportBody } from '../../../../contract/report.ts';
import { done } from '../../../../contract/problem.ts';
import type { Ties as Told } from '../../../../contract/team.ts';
import { teamVerbs } from '../../../../contract/team-verbs.ts';
import { canonicalName } from '../../../../domain/people/names.ts';
import { areMany, type TieType } from '../../../../engines/timeline/ties.ts';
import { useAsk } from '../../../ask.ts';
import { usePanel } from '../../../panel.ts';
import type { TeamWords } from '../../../team/words.ts';
import { Message } from '../../../ui/message.tsx';

/** The first are who it is about; asking for more would keep the wiki busy. */
const most = 3;
const shown = ['revert', 'block', 'reply', 'mention', 'thanks'] as const satisfies readonly TieType[];
/** For as long as the panel stands, and nowhere else. */
const seen = new Map<string, Told>();

const partiesOf = ({ evidence, named, reporter }: ReportBody): string[] => {
	const first = evidence[0]?.target.author;
	const all = [...(first ? [first] : []), ...(reporter.user === null ? [] : [reporter.user]), ...named];
	return [...new Set(all.map(canonicalName))].slice(0, most);
};

export function Ties({ body, say }: { body: ReportBody; say: TeamWords }) {
	const { services, facts } = usePanel();
	const users = partiesOf(body);
	const key = JSON.stringify([facts.wiki, facts.user, users]);
	const asked = useAsk(users.length > 0 ? key : null, async () => {
		const known = seen.get(key);
		if (known) return done(known);
		const told = await services.keeperFor(teamVerbs).call('ties', { wiki: facts.wiki, users });
		if (told.ok) seen.set(key, told.value);
		return told;
	});
	// Where the wiki does not tell, there is nothing to say: the case is read all the same.
	if (asked.state !== 'done') return null;
	const met = asked.value.people.filter(({ counts }) => areMany(counts));
	if (met.length === 0) return null;
	return (
		<Message type="warning" live>
			{met.map(({ user, counts }) => (
				<p key={user}>
					{say('ties-met', user)}{' '}
					{shown
						.filter((kind) => counts[kind] > 0)
						.map((kind) => say(`ties-${kind}`, counts[kind]))
						.join(' · ')}
				</p>
			))}
			<p>{say('ties-ask')}</p>
			{asked.value.partial && <p class="wh-small">{say('ties-partial')}</p>}
		</Message>
	);
}
