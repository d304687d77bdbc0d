/** What the palette offers: what the keys do, the lanes, the kept views, and the cases. */
import { commandIds, laneIds } from '../../../../contract/desk-choices.ts';
import type { Words } from '../../../words/words.ts';
import { bindingsOf } from '../keys/bindings.ts';
import type { PaletteItem } from '../keys/palette-find.ts';
import type { Choices } from '../keys/use-choices.ts';
import { standingOf, type Case } from './model.ts';
import type { Commands } from './use-commands.ts';
import type { QueueState } from './use-desk.ts';
import type { QueueWords } from './words.ts';

/** The first ones of the screen's order: what stands further down is found by searching the queue. */
const mostCases = 500;

export function paletteItems(props: {
	commands: Commands;
	state: QueueState;
	choices: Choices['choices'];
	onQueue: () => void;
	onOpen: (one: Case) => void;
	words: Words;
	word: QueueWords;
}): PaletteItem[] {
	const { commands, state, choices, words, word } = props;
	const bindings = bindingsOf(choices.keys);
	const keys = commandIds
		.filter((id) => id !== 'palette')
		.map((id) => ({
			id: `command-${id}`,
			label: word(`command-${id}`),
			note: bindings[id],
			run: () => void commands.run(id),
		}));
	const lanes = laneIds.map((id) => ({
		id: `lane-${id}`,
		label: word('go-lane', word(`lane-${id}`)),
		note: words.number(state.counts.lanes[id]),
		run: () => {
			props.onQueue();
			state.ask({ lane: id });
		},
	}));
	const views = choices.views.map(({ name, query }) => ({
		id: `view-${name}`,
		label: name,
		note: word('views'),
		run: () => {
			props.onQueue();
			state.ask(query);
		},
	}));
	const cases = state.shown.slice(0, mostCases).map((one) => {
		const { row, summary } = standingOf(one);
		const parts = summary ? [words.t(`kind-${summary.kind}`), summary.subject, summary.page] : [];
		return {
			id: one.key,
			label: parts.filter((part) => typeof part === 'string').join(' · '),
			note: row.id.slice(0, 6),
			run: () => props.onOpen(one),
		};
	});
	return [...keys, ...lanes, ...views, ...cases];
}
