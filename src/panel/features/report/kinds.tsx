/** The chips: what happened, in plain words, each with the section of the Code of Conduct it falls under. */
import { useState } from 'preact/hooks';
import { kindOf, kinds, type KindId } from '../../../domain/report/kinds.ts';
import { sectionNumber } from '../../clause.ts';
import { usePanel } from '../../panel.ts';
import { Button } from '../../ui/button.tsx';
import { Chips } from '../../ui/chips.tsx';

export function Kinds(props: { chosen: KindId | null; onChoose: (kind: KindId) => void; onEnter: () => void }) {
	const { t } = usePanel();
	const chosen = kindOf(props.chosen ?? '');
	const [all, setAll] = useState(chosen?.common === false);
	const shown = kinds.filter((kind) => all || kind.common);
	return (
		<section class="wh-section">
			<Chips
				legend={<h2 class="wh-subheading">{t('kinds-heading')}</h2>}
				chips={shown.map(({ id, clause }) => ({ id, label: t(`kind-${id}`), note: sectionNumber(clause) }))}
				chosen={props.chosen}
				onChoose={props.onChoose}
				onEnter={props.onEnter}
				describedBy="wh-kind-help"
			/>
			{!all && (
				<Button weight="quiet" action="progressive" onPress={() => setAll(true)}>
					{t('kinds-more')}
				</Button>
			)}
			<p id="wh-kind-help" class="wh-small" aria-live="polite">
				{chosen ? `${t(`kind-${chosen.id}-help`)} ${t('clause', sectionNumber(chosen.clause))}` : t('kinds-numbers')}
			</p>
		</section>
	);
}
