/** Searching, filters and views, folded away until they are wanted. */
import type { Ref } from 'preact';
import { Accordion } from '../../../ui/accordion.tsx';
import { Button } from '../../../ui/button.tsx';
import type { Choices } from '../keys/use-choices.ts';
import { everything, isFiltered } from './filter.ts';
import { Filters } from './filters.tsx';
import { SearchBox } from './search-box.tsx';
import type { QueueState } from './use-desk.ts';
import { Views } from './views.tsx';
import type { QueueWords } from './words.ts';

export function Tools(props: {
	state: QueueState;
	choices: Choices;
	open: boolean;
	onOpen: (open: boolean) => void;
	fieldRef: Ref<HTMLInputElement>;
	word: QueueWords;
}) {
	const { state, choices, word } = props;
	const { query } = state;
	const filtered = isFiltered(query);
	return (
		<div class="wh-tools">
			<Accordion
				title={word('tools')}
				{...(filtered ? { description: word('tools-on', state.shown.length) } : {})}
				open={props.open}
				onToggle={props.onOpen}
			>
				<SearchBox
					text={query.text}
					onText={(text) => state.ask({ text })}
					searching={state.searching}
					fieldRef={props.fieldRef}
					word={word}
				/>
				<Filters query={query} counts={state.counts} onQuery={state.ask} word={word} />
				<Views choices={choices} query={query} onQuery={state.ask} word={word} />
			</Accordion>
			{filtered && (
				<Button size="small" onPress={() => state.ask({ ...everything, lane: query.lane })}>
					{word('tools-all')}
				</Button>
			)}
		</div>
	);
}
