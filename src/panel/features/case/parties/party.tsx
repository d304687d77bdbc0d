/** One party of a case as the wiki's public records show them; read when it is unfolded. */
import { useState } from 'preact/hooks';
import { accountVerbs, type AccountFacts, type Count } from '../../../../contract/account.ts';
import { useAsk } from '../../../ask.ts';
import { usePanel } from '../../../panel.ts';
import { Accordion } from '../../../ui/accordion.tsx';
import { Facts } from '../../../ui/facts.tsx';
import { ProblemMessage } from '../../../ui/problem.tsx';
import { Progress } from '../../../ui/progress.tsx';
import { Days } from './days.tsx';
import type { PartyWords } from './words.ts';

function Shown({ facts: about, say }: { facts: AccountFacts; say: PartyWords }) {
	const { words } = usePanel();
	const { block, global } = about;
	const number = ({ count, more }: Count): string =>
		more ? say('party-at-least', words.number(count)) : words.number(count);
	const blocked =
		block && say(block.partial ? 'party-blocked-partly' : 'party-blocked', block.until ? words.time(block.until) : '');
	const endless = block && say(block.partial ? 'party-blocked-partly-endless' : 'party-blocked-endless');
	return (
		<>
			<Facts
				rows={[
					[say('party-block'), block?.until ? blocked : endless],
					[say('party-registered'), about.registered && words.time(about.registered)],
					[say('party-edits'), about.edits === null ? null : words.number(about.edits)],
					[say('party-last'), about.lastEdit && words.time(about.lastEdit)],
					[say('party-reverted'), number(about.reverted)],
					[say('party-created'), number(about.created)],
					[say('party-thanked'), number(about.thanked)],
					[say('party-blocks'), number(about.blocks)],
					[say('party-filter'), about.filterHits && number(about.filterHits)],
					[say('party-groups'), words.list(about.groups)],
					[say('party-global'), global && words.number(global.edits)],
					[say('party-locked'), global?.locked ? say('party-locked-yes') : null],
				]}
			/>
			<Days days={about.days} say={say} />
		</>
	);
}

export function Party({ title, user, say }: { title: string; user: string; say: PartyWords }) {
	const { services, facts } = usePanel();
	const [wanted, setWanted] = useState(false);
	const asked = useAsk(wanted ? `${facts.wiki} ${user}` : null, () =>
		services.keeperFor(accountVerbs).call('accountFacts', { wiki: facts.wiki, user }),
	);
	return (
		<Accordion title={title} onToggle={(open) => open && setWanted(true)}>
			{asked.state === 'asking' && <Progress label={say('party-asking')} />}
			{asked.state === 'failed' && <ProblemMessage problem={asked.problem} again={asked.again} />}
			{asked.state === 'done' && <Shown facts={asked.value} say={say} />}
			<p class="wh-small">{say('party-help')}</p>
		</Accordion>
	);
}
