/** Handling reports, for handlers whose key is on this device. */
import '../../style/handling.ts';
import '../../writing/style.ts';
import type { Place } from '../../panel.ts';
import { usePanel } from '../../panel.ts';
import { HandlersOnly } from '../../session/handlers-only.tsx';
import { NoKey } from '../../session/no-key.tsx';
import { ViewHeading } from '../../ui/heading.tsx';
import { Progress } from '../../ui/progress.tsx';
import { useChoices } from './keys/use-choices.ts';
import { Handling } from './queue/handling.tsx';
import { useQueueWords } from './queue/words.ts';
import { useCaseWords } from './words.ts';

export function CaseView({ place }: { place: Place }) {
	const { t } = usePanel();
	const say = useCaseWords();
	const word = useQueueWords();
	const choices = useChoices();
	const id = place.feature === 'case' ? (place.id ?? null) : null;
	return (
		<div class="wh-view wh-cases">
			<HandlersOnly>
				{({ keys }) =>
					!say || !word || !choices.ready ? (
						<Progress label={t('loading')} />
					) : keys ? (
						<Handling keys={keys} id={id} choices={choices} say={say} word={word} />
					) : (
						<>
							<ViewHeading>{t('case-title')}</ViewHeading>
							<NoKey />
						</>
					)
				}
			</HandlersOnly>
		</div>
	);
}
