/** Begins and ends collecting: while it lasts, Report on any page and in any tab adds to this report. */
import type { TrayWords } from '../../../attachments/words.ts';
import { Button } from '../../../ui/button.tsx';
import type { DraftState } from '../use-draft.ts';
import type { TrayState } from './use-tray.ts';

export function Collect({ state, draft, say }: { state: TrayState; draft: DraftState; say: TrayWords }) {
	const begin = (): void => {
		// The draft must be there when another tab looks for it, although nothing was typed yet.
		draft.change({});
		void state.collect(true);
	};
	return (
		<div class="wh-tray" aria-live="polite">
			<p class="wh-small">{say(state.collecting ? 'tray-collecting' : 'tray-collect-help')}</p>
			{state.collecting ? (
				<Button onPress={() => void state.collect(false)}>{say('tray-stop')}</Button>
			) : (
				<Button onPress={begin}>{say('tray-collect')}</Button>
			)}
		</div>
	);
}
