/** Doing one thing to several reports, one signed event each; what failed is told and can be tried again. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { CaseRow } from '../../../../contract/case.ts';
import type { Problem } from '../../../../contract/problem.ts';
import { draftOf, type Act } from './acts.ts';
import type { Opened } from './model.ts';
import type { Writing } from './use-write.ts';

/** A report to which it was not done; without a problem, it is no step from where it stands. */
export interface Left {
	readonly one: Opened;
	readonly problem: Problem | null;
}

interface State {
	/** null where nothing is being done, nor told. */
	readonly act: Act | null;
	readonly running: boolean;
	readonly done: number;
	readonly of: number;
	readonly left: readonly Left[];
}
const nothing: State = { act: null, running: false, done: 0, of: 0, left: [] };

export interface Bulk extends State {
	run(act: Act, reports: readonly Opened[]): void;
	/** For what is left, as it stands by now. */
	again(): void;
	clear(): void;
}

export function useBulk({ write, read }: Writing, onRow: (row: CaseRow) => void): Bulk {
	const [state, setState] = useState(nothing);
	const life = useRef(new AbortController());
	useEffect(() => () => life.current.abort(), []);
	const doOne = async (act: Act, one: Opened): Promise<Left | null> => {
		const draft = draftOf(act, one.row);
		if (draft === 'is-so') return null;
		if (draft === 'not-now') return { one, problem: null };
		const written = await write(one.row, draft);
		if (written.ok) onRow(written.value);
		return written.ok ? null : { one, problem: written };
	};
	const newest = async (one: Opened): Promise<Opened> => {
		const row = await read(one.row.id);
		if (row.ok) onRow(row.value);
		return row.ok ? { ...one, row: row.value } : one;
	};
	const run = async (act: Act, reports: readonly Opened[], isAgain: boolean): Promise<void> => {
		let done = 0;
		const left: Left[] = [];
		const tell = (running: boolean): void => setState({ act, running, done, of: reports.length, left: [...left] });
		tell(true);
		for (const one of reports) {
			if (life.current.signal.aborted) return;
			const failed = await doOne(act, isAgain ? await newest(one) : one);
			if (failed) left.push(failed);
			else done += 1;
			tell(true);
		}
		tell(false);
	};
	return {
		...state,
		run(act, reports) {
			if (!state.running) void run(act, reports, false);
		},
		again() {
			const reports = state.left.map(({ one }) => one);
			if (state.act && !state.running) void run(state.act, reports, true);
		},
		clear: () => setState(nothing),
	};
}
