/** Home: the ways into each system that this person may use, signing in, and the own mark. */
import type { Target } from '../../../contract/target.ts';
import { isOn } from '../../../domain/config/model.ts';
import { useSession } from '../../session/use-session.ts';
import { usePanel } from '../../panel.ts';
import { useConfig } from '../../use-config.ts';
import { Button } from '../../ui/button.tsx';
import { ViewHeading } from '../../ui/heading.tsx';
import { Account } from './account.tsx';
import { Mark } from './mark.tsx';

export function HomeView() {
	const { facts, features, go, services, t } = usePanel();
	const session = useSession();
	const config = useConfig(facts.wiki);
	const off = config.state === 'done' ? config.value.config : { off: [] };
	const { roles = [] } = isOn(off, 'case') ? (session.session ?? {}) : {};
	const isReviewer = session.session?.roles.some((role) => role.startsWith('staff:hash-review-')) ?? false;
	const has = {
		everybody: true,
		handler: roles.includes('handler'),
		// Recovery stands in where there are too few custodians.
		custodian: roles.includes('staff:custodian') || roles.includes('staff:recovery'),
	};
	const target: Target = {
		type: 'page',
		wiki: facts.wiki,
		author: null,
		...(facts.title ? { page: facts.title } : {}),
		...(facts.revision ? { shownRevision: facts.revision } : {}),
	};
	const entries = features.flatMap((feature) => feature.entries).filter(({ role }) => has[role]);
	return (
		<div class="wh-view">
			<ViewHeading>{t('home-title')}</ViewHeading>
			<p class="wh-lead">{t('home-lead')}</p>
			<div class="wh-flush">
				<Button weight="quiet" action="destructive" onPress={() => go({ feature: 'report', target, emergency: true })}>
					{t('danger-link')}
				</Button>
			</div>
			<ul class="wh-list">
				{entries.map((entry) => (
					<li key={entry.label} class="wh-entry">
						<Button full onPress={() => go(entry.place)}>
							{t(entry.label)}
						</Button>
						<p class="wh-small">{t(entry.help)}</p>
					</li>
				))}
			</ul>
			{isReviewer && features.map(({ id, ForReviewers }) => ForReviewers && <ForReviewers key={id} />)}
			<Account session={session} config={config} />
			<Mark />
			{services.strength === 'gadget' && <p class="wh-small">{t('gadget-limit')}</p>}
		</div>
	);
}
