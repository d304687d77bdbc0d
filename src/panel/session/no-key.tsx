/** Said where a handler's key is not on this device, with the way to it. */
import { usePanel } from '../panel.ts';
import { Button } from '../ui/button.tsx';
import { Message } from '../ui/message.tsx';

export function NoKey() {
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
