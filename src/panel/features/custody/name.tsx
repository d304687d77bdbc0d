/** The name itself: opened on this device with both shares, only when it is asked for, and kept nowhere. */
import { useState } from 'preact/hooks';
import { done } from '../../../contract/problem.ts';
import type { HandlerKeys } from '../../../contract/vault.ts';
import { useAsk } from '../../ask.ts';
import { usePanel } from '../../panel.ts';
import { isAttested } from '../../sealing/attested.ts';
import { joinShares } from '../../sealing/identity.ts';
import { receiptKeys } from '../../session/receipt-keys.ts';
import { Button } from '../../ui/button.tsx';
import { Message } from '../../ui/message.tsx';
import { Tag } from '../../ui/tag.tsx';
import type { CustodyWords } from './words.ts';

export function Name(props: {
	report: string;
	boxes: readonly [own: string, passed: string];
	sealed: string;
	keys: HandlerKeys;
	say: CustodyWords;
}) {
	const { services } = usePanel();
	const { report, boxes, sealed, keys, say } = props;
	const [wanted, setWanted] = useState(false);
	const opened = useAsk(wanted ? report : null, async () => {
		const body = await joinShares(boxes, { report, sealed, keys });
		if (!body.ok) return body;
		const { wiki, user, attested } = body.value;
		const genuine = attested && (await isAttested(attested, { report, wiki, user }, await receiptKeys(services, wiki)));
		return done({ user, genuine: genuine ?? false });
	});
	if (opened.state === 'failed')
		return (
			<Message type="warning" live>
				{say('custody-broken')}
			</Message>
		);
	if (opened.state !== 'done') return <Button onPress={() => setWanted(true)}>{say('custody-read')}</Button>;
	const { user, genuine } = opened.value;
	return (
		<p aria-live="polite">
			{say('custody-name', user)}{' '}
			<Tag kind={genuine ? 'success' : 'warning'}>{say(genuine ? 'custody-confirmed' : 'custody-unconfirmed')}</Tag>
		</p>
	);
}
