/** What became of the thing that was just clicked: added, there already, or no room; and the way to undo it. */
import { useEffect, useRef } from 'preact/hooks';
import { mostPieces } from '../../../../contract/attachment.ts';
import type { Target } from '../../../../contract/target.ts';
import type { TrayWords } from '../../../attachments/words.ts';
import { usePanel } from '../../../panel.ts';
import { Button } from '../../../ui/button.tsx';
import { Message } from '../../../ui/message.tsx';
import { pieceKey } from './store.ts';
import type { TrayState } from './use-tray.ts';

export function Arrived({ added, state, say }: { added: Target; state: TrayState; say: TrayWords }) {
	const { go } = usePanel();
	const place = useRef<HTMLDivElement>(null);
	const { arrival, tray } = state;
	useEffect(() => place.current?.scrollIntoView({ block: 'nearest' }), [arrival]);
	if (!arrival) return null;
	const pieces = tray?.pieces ?? [];
	const separate = async (): Promise<void> => {
		const piece = pieces.find(({ target }) => pieceKey(target) === pieceKey(added));
		if (piece && arrival === 'added') await state.remove(piece);
		go({ feature: 'report', target: added, alone: true });
	};
	const words = {
		added: say('tray-added', pieces.length + 1),
		twice: say('tray-twice'),
		full: say('tray-full', mostPieces),
	};
	return (
		<div ref={place}>
			<Message type={arrival === 'added' ? 'success' : 'notice'} live>
				<p>{words[arrival]}</p>
				<div class="wh-actions">
					<Button onPress={() => void separate()}>{say('tray-separate')}</Button>
				</div>
			</Message>
		</div>
	);
}
