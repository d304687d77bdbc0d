/** The queue, and over it the report that was opened: going back finds the queue as it was left. */
import '../../style/handling.ts';
import { useState } from 'preact/hooks';
import type { HandlerKeys } from '../../../contract/vault.ts';
import type { Place } from '../../panel.ts';
import { usePanel } from '../../panel.ts';
import { HandlersOnly } from '../../session/handlers-only.tsx';
import { Button } from '../../ui/button.tsx';
import { ViewHeading } from '../../ui/heading.tsx';
import { Message } from '../../ui/message.tsx';
import { OneCase } from './one-case.tsx';
import { Queue } from './queue.tsx';

function Handling({ keys, id }: { keys: HandlerKeys; id: string | null }) {
	const [opened, setOpened] = useState(id);
	return (
		<>
			<Queue keys={keys} hidden={opened !== null} onOpen={setOpened} />
			{opened !== null && <OneCase key={opened} id={opened} keys={keys} onBack={() => setOpened(null)} />}
		</>
	);
}

function NoKey() {
	const { t, go } = usePanel();
	return (
		<>
			<Message type="warning">{t('problem-key-not-found')}</Message>
			<Button action="progressive" onPress={() => go({ feature: 'keys' })}>
				{t('keys-title')}
			</Button>
		</>
	);
}

export function CaseView({ place }: { place: Place }) {
	const { t } = usePanel();
	const id = place.feature === 'case' ? (place.id ?? null) : null;
	return (
		<div class="wh-view wh-cases">
			<HandlersOnly>
				{({ keys }) =>
					keys ? (
						<Handling keys={keys} id={id} />
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
