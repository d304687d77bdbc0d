/** The wiki asks its uploaders to talk with it first: the form waits until they have read that, and then it is theirs. */
import { useState } from 'preact/hooks';
import { usePanel } from '../../panel.ts';
import { Button } from '../../ui/button.tsx';
import { Message } from '../../ui/message.tsx';
import type { UploadWords } from './words.ts';

export function Held({ lists, say }: { lists: readonly string[]; say: UploadWords }) {
	const { services } = usePanel();
	const [released, setReleased] = useState(false);
	const release = (): void => {
		setReleased(true);
		void services.page.call('appear', { show: true, hold: false });
	};
	return (
		<Message type="warning" live>
			<p>{say('upload-hold', lists.join(', '))}</p>
			{released ? <p>{say('upload-released')}</p> : <Button onPress={release}>{say('upload-release')}</Button>}
		</Message>
	);
}
