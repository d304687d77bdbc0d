/** The list of reports that may belong to the open one. */
import { usePanel } from '../../../panel.ts';
import { Button } from '../../../ui/button.tsx';
import type { Related } from './related-reports.ts';
import { usePartyWords } from './words.ts';

export function RelatedCases({ related, onGo }: { related: readonly Related[]; onGo: (id: string) => void }) {
	const { t } = usePanel();
	const say = usePartyWords();
	if (!say || related.length === 0) return null;
	return (
		<section class="wh-section" aria-labelledby="wh-related">
			<h2 id="wh-related" class="wh-subheading">
				{say('related-heading')}
			</h2>
			<ul class="wh-list">
				{related.map(({ by, name, other: { row, summary } }) => {
					const text = say(`related-${by}`, name, summary ? t(`kind-${summary.kind}`) : '');
					return (
						<li key={row.id}>
							{text} · {t(`state-${row.state}`)}{' '}
							<Button size="small" label={`${say('related-open')}: ${text}`} onPress={() => onGo(row.id)}>
								{say('related-open')}
							</Button>
						</li>
					);
				})}
			</ul>
			<p class="wh-small">{say('related-help')}</p>
		</section>
	);
}
