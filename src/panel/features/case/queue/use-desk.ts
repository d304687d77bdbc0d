/** The state of the queue: what is asked for, what is shown, what is selected, which case is meant. */
import { useMemo, useRef, useState } from 'preact/hooks';
import type { DeskQuery } from '../../../../contract/desk-choices.ts';
import type { HandlerKeys } from '../../../../contract/vault.ts';
import { countsOf, everything, isShown, type Counts } from './filter.ts';
import type { Desk } from './lanes.ts';
import { casesOf, type Case } from './model.ts';
import type { Cases } from './use-cases.ts';
import { useClock } from './use-clock.ts';
import { useSearch, type Searching } from './use-search.ts';
import { useShown, type Shown } from './use-shown.ts';

export interface QueueState extends Shown {
	readonly desk: Desk;
	/** Of every lane, in order. */
	readonly all: readonly Case[];
	readonly query: DeskQuery;
	readonly counts: Counts;
	readonly searching: Searching;
	/** In the order of the screen. */
	readonly selected: readonly Case[];
	isSelected(one: Case): boolean;
	ask(part: Partial<DeskQuery>): void;
	/** Whether it is selected now, and how many are. */
	toggle(one: Case): { readonly on: boolean; readonly count: number };
	clear(): void;
}

/** `mine`: ids of the handler's own keys. */
export function useDesk(cases: Cases, keys: HandlerKeys, mine: ReadonlySet<string>): QueueState {
	const now = useClock(cases.now);
	const [query, setQuery] = useState(everything);
	const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
	// Ahead of what is drawn: two keys may come in between.
	const newest = useRef(marked);
	const mark = (next: ReadonlySet<string>): void => {
		newest.current = next;
		setMarked(next);
	};
	const searching = useSearch(cases.opened, keys, query.text);
	const desk = useMemo(() => ({ now, mine }), [now, mine]);
	const all = useMemo(() => casesOf(cases.opened), [cases.opened]);
	const latest = useMemo(
		() => all.filter((one) => isShown(one, query, desk, searching.found)),
		[all, query, desk, searching.found],
	);
	const counts = useMemo(() => countsOf(all, query.lane, desk), [all, query.lane, desk]);
	const shown = useShown(latest, all, `${JSON.stringify(query)} ${searching.found?.size ?? ''}`);
	return {
		...shown,
		desk,
		all,
		query,
		counts,
		searching,
		selected: shown.shown.filter(({ key }) => marked.has(key)),
		isSelected: ({ key }) => marked.has(key),
		ask: (part) => setQuery((old) => ({ ...old, ...part })),
		toggle({ key }) {
			const next = new Set(newest.current);
			if (!next.delete(key)) next.add(key);
			mark(next);
			return { on: next.has(key), count: next.size };
		},
		clear: () => mark(new Set()),
	};
}
