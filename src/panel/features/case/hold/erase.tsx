/** Asking that a case be erased, or agreeing: with a tick first, for nobody brings it back. */
import { useState } from 'preact/hooks';
import { Button } from '../../../ui/button.tsx';
import { Checkbox } from '../../../ui/checkbox.tsx';
import type { KeepWords } from '../folded/words.ts';

/** `asked`: who asked already; `mine`: that was oneself. */
export function Erase(props: { asked: string | null; mine: boolean; onErase: () => Promise<void>; say: KeepWords }) {
	const { asked, mine, onErase, say } = props;
	const [sure, setSure] = useState(false);
	const [told, setTold] = useState(false);
	const erase = async (): Promise<void> => {
		setTold(!sure);
		if (sure) await onErase();
	};
	return (
		<>
			{asked !== null && <p>{say('erase-asked', asked)}</p>}
			{!mine && (
				<>
					<Checkbox label={say('erase-sure')} checked={sure} onCheck={setSure} />
					{told && !sure && <p role="alert">{say('erase-tick')}</p>}
					<div class="wh-actions">
						<Button action="destructive" onPress={() => void erase()}>
							{say(asked === null ? 'erase-ask' : 'erase-agree')}
						</Button>
					</div>
				</>
			)}
		</>
	);
}
