/** The queue, and over it the case that was opened: going back finds the queue as it was left. */
import '../../style/handling.ts';
import '../../writing/style.ts';
import { useState } from 'preact/hooks';
import type { HandlerKeys } from '../../../contract/vault.ts';
import type { Place } from '../../panel.ts';
import { usePanel } from '../../panel.ts';
import { HandlersOnly } from '../../session/handlers-only.tsx';
import { NoKey } from '../../session/no-key.tsx';
import { ViewHeading } from '../../ui/heading.tsx';
import { Progress } from '../../ui/progress.tsx';
import { OneCase } from './one-case.tsx';
import { countersOf } from './queue/model.ts';
import { Queue } from './queue/queue.tsx';
import { useCases } from './queue/use-cases.ts';
import { useCaseWords, type CaseWords } from './words.ts';

function Handling({ keys, id, say }: { keys: HandlerKeys; id: string | null; say: CaseWords }) {
	const cases = useCases(keys);
	const [chosen, setChosen] = useState(id);
	const here = cases.opened.find(({ row }) => row.id === chosen);
	const about = here?.summary?.about;
	const together = cases.opened.filter(({ summary }) => about !== undefined && summary?.about === about);
	return (
		<>
			<Queue
				cases={cases}
				hidden={chosen !== null}
				onOpen={({ reports: [first] }) => setChosen(first.row.id)}
				say={say}
			/>
			{chosen !== null && (
				<OneCase
					// Of the same thing: one view, in which another report is chosen.
					key={about ?? chosen}
					id={chosen}
					keys={keys}
					together={together}
					counters={here ? countersOf(here, cases.opened) : []}
					now={cases.now}
					onGo={setChosen}
					onBack={() => setChosen(null)}
					onRow={cases.change}
					say={say}
				/>
			)}
		</>
	);
}

export function CaseView({ place }: { place: Place }) {
	const { t } = usePanel();
	const say = useCaseWords();
	const id = place.feature === 'case' ? (place.id ?? null) : null;
	return (
		<div class="wh-view wh-cases">
			<HandlersOnly>
				{({ keys }) =>
					!say ? (
						<Progress label={t('loading')} />
					) : keys ? (
						<Handling keys={keys} id={id} say={say} />
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
