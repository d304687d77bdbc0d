/** Ways to call for help that need no server of ours, as far as this wiki has them: none of them is sealed, and that is said. */
import { reporterVerbs } from '../../../../contract/reporter-verbs.ts';
import type { Draft } from '../../../../contract/vault.ts';
import { useAsk } from '../../../ask.ts';
import { usePanel } from '../../../panel.ts';
import { Copyable } from '../../../ui/copyable.tsx';
import { ProblemMessage } from '../../../ui/problem.tsx';
import { Progress } from '../../../ui/progress.tsx';
import { Pages, pagesFor } from '../pages.tsx';
import { incidentOf, plainText } from './text.ts';
import { Way } from './way.tsx';
import type { EmergencyWords } from './words.ts';

export function Ways({ draft, say }: { draft: Draft; say: EmergencyWords }) {
	const { services, t } = usePanel();
	const { wiki } = draft.target;
	const keeper = services.keeperFor(reporterVerbs);
	const asked = useAsk(wiki, () => keeper.call('emergencyWays', { wiki }));
	const text = plainText(draft, draft.danger ? `${say('emergency-who')} ${say(`danger-${draft.danger}`)}` : '');
	const found = asked.state === 'done' ? asked.value : null;
	const pages = found ? pagesFor(found.pages, draft.kind) : [];
	return (
		<section class="wh-section" aria-label={say('emergency-other')}>
			<p>{say('emergency-unsealed')}</p>
			{asked.state === 'asking' && <Progress label={t('loading')} />}
			{asked.state === 'failed' && <ProblemMessage problem={asked.problem} again={asked.again} />}
			{found?.incident && (
				<Way
					button={say('incident-send')}
					help={say('incident-help')}
					sent={say('way-sent')}
					onSend={() => keeper.call('handOff', { wiki, incident: incidentOf(draft) })}
				/>
			)}
			{found?.wikiEmail?.possible && (
				<Way
					button={say('wiki-mail-send', found.wikiEmail.user)}
					help={say('wiki-mail-help')}
					sent={say('way-sent')}
					onSend={() =>
						keeper.call('wikiEmail', {
							wiki,
							user: found.wikiEmail?.user ?? '',
							subject: say('wiki-mail-subject'),
							text,
						})
					}
				/>
			)}
			{found?.wikiEmail && !found.wikiEmail.possible && <p class="wh-small">{say('wiki-mail-not')}</p>}
			{found?.email && (
				<>
					{/* With the address alone: what is written goes into the body only by the person's own hand. */}
					<p>
						<a class="wh-link" href={`mailto:${found.email}`} target="_blank" rel="noopener noreferrer">
							{say('mail-open', found.email)}
						</a>
					</p>
					<p class="wh-small">{say('mail-help')}</p>
				</>
			)}
			<Copyable label={say('mail-text')} text={text} rows={4} dir="auto" />
			{pages.length > 0 && (
				<>
					<h2 class="wh-subheading">{t('elsewhere-heading')}</h2>
					<Pages wiki={wiki} pages={pages} />
				</>
			)}
		</section>
	);
}
