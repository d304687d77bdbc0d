/** A line above whatever somebody is at in the panel: there is something to know of the file they chose. */
import { useEffect, useState } from 'preact/hooks';
import type { PanelServices } from '../../services.ts';
import { loadWords } from '../../words/load.ts';
import { Button } from '../../ui/button.tsx';
import { Message } from '../../ui/message.tsx';
import { uploadEnglish, type UploadKey, type UploadWords } from './words.ts';

export function News(props: { services: PanelServices; onLook: () => void; onClose: () => void }) {
	const { facts, asset } = props.services;
	const [say, setSay] = useState<UploadWords | null>(null);
	useEffect(() => {
		void loadWords<UploadKey>(facts.language, facts.dir, asset, 'i18n/upload', uploadEnglish).then(({ t }) =>
			setSay(() => t),
		);
	}, []);
	if (!say) return null;
	return (
		<Message live>
			<p>{say('upload-news')}</p>
			<Button onPress={props.onLook}>{say('upload-look')}</Button>{' '}
			<Button weight="quiet" onPress={props.onClose}>
				{say('upload-later')}
			</Button>
		</Message>
	);
}
