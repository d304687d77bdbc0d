/** A few lines of help for the person who reported, as the wiki offers it. */
import { reporterVerbs } from '../../../../contract/reporter-verbs.ts';
import type { KindId } from '../../../../domain/report/kinds.ts';
import { useAsk } from '../../../ask.ts';
import { usePanel } from '../../../panel.ts';
import { Pages, pagesFor } from '../pages.tsx';
import { useConfig } from '../../../use-config.ts';
import type { ReportWords } from '../../../words/form.ts';

export function Care({ wiki, kind, say }: { wiki: string; kind: KindId | null; say: ReportWords }) {
	const { services } = usePanel();
	const config = useConfig(wiki);
	const ways = useAsk(wiki, () => services.keeperFor(reporterVerbs).call('emergencyWays', { wiki }));
	const support = config.state === 'done' ? (config.value.config.support ?? []) : [];
	const pages = pagesFor([...support, ...(ways.state === 'done' ? ways.value.pages : [])], kind);
	return (
		<section class="wh-section" aria-labelledby="wh-care">
			<h2 id="wh-care" class="wh-subheading">
				{say('care-heading')}
			</h2>
			<p>{say('care-words')}</p>
			<Pages wiki={wiki} pages={pages} />
		</section>
	);
}
