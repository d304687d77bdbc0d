/** The wiki asks its uploaders to talk with it first: the form waits until they have read that, and then it is theirs. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { usePanel } from '../../panel.ts';
import { Button } from '../../ui/button.tsx';
import { Message } from '../../ui/message.tsx';
import type { UploadWords } from './words.ts';

export function Held({ lists, say }: { lists: readonly string[]; say: UploadWords }) {
	const { services } = usePanel();
	const [released, setReleased] = useState(false);
	const told = useRef<HTMLParagraphElement>(null);
	// The button that had the focus is gone.
	useLayoutEffect(() => told.current?.focus(), [released]);
	const release = (): void => {
		setReleased(true);
		void services.page.call('appear', { show: true, hold: false });
	};
	return (
		<Message type="warning" live>
			<p>{say('upload-hold', lists.join(', '))}</p>
			{released ? (
				<p tabIndex={-1} ref={told}>
					{say('upload-released')}
				</p>
			) : (
				<Button onPress={release}>{say('upload-release')}</Button>
			)}
		</Message>
	);
}
