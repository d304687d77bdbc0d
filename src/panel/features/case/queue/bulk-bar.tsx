/** What can be done to the cases that are selected. */
import { Button } from '../../../ui/button.tsx';
import type { Commands } from './use-commands.ts';
import type { QueueState } from './use-desk.ts';
import type { QueueWords } from './words.ts';

export function BulkBar({ state, commands, word }: { state: QueueState; commands: Commands; word: QueueWords }) {
	const { selected } = state;
	if (selected.length === 0) return null;
	return (
		<section class="wh-bulk" aria-label={word('bulk')}>
			<p class="wh-bulk__count">{word('bulk-selected', selected.length)}</p>
			<div class="wh-actions">
				<Button size="small" onPress={() => commands.run('claim')}>
					{word('do-claim')}
				</Button>
				<Button size="small" onPress={() => commands.show('assign')}>
					{word('do-assign')}
				</Button>
				<Button size="small" onPress={() => commands.show('snooze')}>
					{word('do-snooze')}
				</Button>
				{selected.length > 1 && (
					<Button size="small" onPress={() => commands.show('merge')}>
						{word('do-merge')}
					</Button>
				)}
				<Button size="small" onPress={() => commands.show('close')}>
					{word('do-close')}
				</Button>
				<Button size="small" weight="quiet" onPress={state.clear}>
					{word('bulk-clear')}
				</Button>
			</div>
		</section>
	);
}
