/** Who will be able to read the report, by name and team, and who was left out and why. */
import { peopleIn } from '../../domain/people/pair.ts';
import type { Recipient, Recipients as List } from '../../contract/keeper.ts';
import { usePanel } from '../panel.ts';
import { isFirstTime, newcomers } from './newcomers.ts';
import { Tag } from './tag.tsx';
import { useReportWords } from '../words/form.ts';

function teamsOf(recipients: readonly Recipient[]): [string, Recipient[]][] {
	const teams = new Map<string, Recipient[]>();
	for (const one of recipients) teams.set(one.team, [...(teams.get(one.team) ?? []), one]);
	return [...teams];
}

/** The backend's own roles have plain words; a team has the name its wiki gave it. */
function useTeamName(): (team: string) => string {
	const { t } = usePanel();
	return (team) => {
		const role = team.replace(/^staff:/, '');
		if (role === 'recovery') return t('team-recovery');
		if (role === 'child-safety') return t('team-child-safety');
		return role;
	};
}

export function RecipientList({ list }: { list: List }) {
	const { t, words } = usePanel();
	const teamName = useTeamName();
	const say = useReportWords();
	if (!say) return null;
	const fresh = newcomers(list.recipients);
	return (
		<>
			{teamsOf(list.recipients).map(([team, people]) => (
				<div key={team} class="wh-team">
					<h3 class="wh-team__name" dir="auto">
						{teamName(team)}
					</h3>
					<ul class="wh-names">
						{people.map((one) => (
							<li key={one.key.id}>
								<bdi class="wh-name">{peopleIn(one.name).join(' + ')}</bdi>
								{fresh.includes(one) && <Tag kind="warning">{t('recipient-fresh')}</Tag>}
								{fresh.includes(one) && <span class="wh-small">{say(`trust-${one.trust}`)}</span>}
							</li>
						))}
					</ul>
				</div>
			))}
			{list.recipients.length > 0 && isFirstTime(list.recipients) && <p class="wh-small">{say('trust-first')}</p>}
			{list.passedOver.map(({ team }) => (
				<p key={team} class="wh-small">
					{say('passed-over', teamName(team))}
				</p>
			))}
			{list.leftOut.length > 0 && (
				<div class="wh-team">
					<h3 class="wh-team__name">{say('left-out-heading')}</h3>
					<ul class="wh-names">
						{list.leftOut.map((one) => (
							<li key={one.name}>
								<bdi class="wh-name">{peopleIn(one.name).join(' + ')}</bdi>
								<span class="wh-small">
									{say(`left-out-${one.reason}`)}
									{one.until && ` ${say('left-out-until', words.time(one.until))}`}
								</span>
							</li>
						))}
					</ul>
				</div>
			)}
		</>
	);
}
