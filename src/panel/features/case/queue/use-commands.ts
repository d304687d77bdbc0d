/** What each key and each line of the palette does, in the queue and in an open case. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { CommandId } from '../../../../contract/desk-choices.ts';
import type { Asking } from './act-dialog.tsx';
import type { Case } from './model.ts';
import { goToPart, type PartId } from './parts.ts';
import type { Bulk } from './use-bulk.ts';
import type { QueueState } from './use-desk.ts';
import type { QueueWords } from './words.ts';

export type Over = Asking | 'keys' | 'palette';

export interface Commands {
	/** The dialog that is open. */
	readonly over: Over | null;
	readonly goTo: { readonly at: number; readonly turn: number };
	readonly searchTurn: number;
	/** To be read out. */
	readonly told: string;
	/** What a step is done to: the open case, else the selected ones, else the row that had the focus last. */
	targets(): readonly Case[];
	show(over: Over | null): void;
	row(at: number): void;
	/** Whether it means anything here. */
	run(command: CommandId): boolean;
}

export function useCommands(props: {
	state: QueueState;
	/** The open case; null in the queue. */
	open: Case | null;
	onOpen: (one: Case) => void;
	bulk: Bulk;
	word: QueueWords;
}): Commands {
	const { state, open, onOpen, bulk, word } = props;
	const [over, setOver] = useState<Over | null>(null);
	const [goTo, setGoTo] = useState({ at: -1, turn: 0 });
	const [searchTurn, setSearchTurn] = useState(0);
	const [told, setTold] = useState('');
	const here = useRef(-1);
	const going = useRef<AbortController | null>(null);
	useEffect(() => () => going.current?.abort(), [open?.key]);
	const { shown, selected } = state;
	const current = (): Case | undefined => open ?? shown[here.current];
	const targets = (): readonly Case[] => {
		if (open) return [open];
		const one = shown[here.current];
		return selected.length > 0 ? selected : one ? [one] : [];
	};
	const step = (by: 1 | -1): boolean => {
		const from = open ? shown.findIndex(({ key }) => key === open.key) : here.current;
		const at = Math.min(Math.max(from + by, 0), shown.length - 1);
		const next = shown[at];
		if (!next) return false;
		here.current = at;
		if (open) onOpen(next);
		// Keys repeat faster than anything is drawn.
		else setGoTo((old) => ({ at, turn: old.turn + 1 }));
		return true;
	};
	const ask = (asking: Asking): boolean => {
		const count = targets().length;
		if (count === 0 || (asking === 'merge' && count < 2))
			setTold(word(asking === 'merge' ? 'told-merge' : 'told-none'));
		else setOver(asking);
		return true;
	};
	const part = (name: PartId): boolean => {
		const one = current();
		if (!one) return false;
		if (!open) onOpen(one);
		going.current = new AbortController();
		const { signal } = going.current;
		// Once the case stands there, whose parts may take their time.
		setTimeout(() => goToPart(name, signal), 0);
		return true;
	};
	const select = (): boolean => {
		const one = shown[here.current];
		if (!one || open) return false;
		const { on, count } = state.toggle(one);
		setTold(word(on ? 'told-selected' : 'told-unselected', count));
		return true;
	};
	const commands: Readonly<Record<CommandId, () => boolean>> = {
		next: () => step(1),
		previous: () => step(-1),
		open: () => {
			const one = open ? undefined : current();
			if (one) onOpen(one);
			return one !== undefined;
		},
		claim: () => {
			const reports = targets().flatMap((one) => one.reports);
			if (reports.length > 0) bulk.run({ kind: 'claim' }, reports);
			return reports.length > 0;
		},
		note: () => part('note'),
		act: () => part('act'),
		merge: () => ask('merge'),
		snooze: () => ask('snooze'),
		// What is not decided yet is to be decided, or given to another team.
		close: () => (open?.reports.every(({ row }) => row.state !== 'decided') ? part('decide') : ask('close')),
		select,
		search: () => {
			if (open) return false;
			setSearchTurn((old) => old + 1);
			return true;
		},
		help: () => {
			setOver('keys');
			return true;
		},
		palette: () => {
			setOver('palette');
			return true;
		},
	};
	return {
		over,
		goTo,
		searchTurn,
		told,
		targets,
		show: setOver,
		row(at) {
			here.current = at;
		},
		run: (command) => commands[command](),
	};
}
