/** Searching the queue: summaries as they are opened, the reports' own texts once the handler asks for that. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { handlerVerbs } from '../../../../contract/handler-verbs.ts';
import type { Problem } from '../../../../contract/problem.ts';
import type { HandlerKeys } from '../../../../contract/vault.ts';
import { usePanel } from '../../../panel.ts';
import { openReport } from '../../../sealing/open-report.ts';
import type { Opened } from './model.ts';
import { createSearch } from './search.ts';

/** Reports that are fetched beside one another. */
const atOnce = 4;

export interface Searching {
	/** Reports with all these words; null where nothing is searched. */
	readonly found: ReadonlySet<string> | null;
	/** How many texts are in the index, and of how many; null before they were asked for. */
	readonly texts: { readonly read: number; readonly of: number; readonly running: boolean } | null;
	/** There are texts that are not in the index. */
	readonly unread: boolean;
	readonly problem: Problem | null;
	readTexts(): void;
	stop(): void;
}

export function useSearch(opened: readonly Opened[], keys: HandlerKeys, words: string): Searching {
	const { services, facts, t } = usePanel();
	const [search] = useState(createSearch);
	// Counts the changes of the index; while there is none, nothing is said not to be found.
	const [turn, setTurn] = useState(0);
	const [texts, setTexts] = useState<Searching['texts']>(null);
	const [problem, setProblem] = useState<Problem | null>(null);
	const reading = useRef<AbortController | null>(null);
	const wanted = words !== '';
	useEffect(() => {
		if (!wanted) return;
		const life = new AbortController();
		const wordsOf = ({ row, summary }: Opened): string =>
			[row.id, summary && t(`kind-${summary.kind}`), summary?.subject, summary?.page, summary?.reporter].join('\n');
		search.rows(opened, wordsOf, life.signal).then(
			() => setTurn((old) => old + 1),
			(error: unknown) => {
				if (!life.signal.aborted) throw error;
			},
		);
		return () => life.abort();
	}, [wanted, opened]);
	useEffect(() => () => reading.current?.abort(), []);

	const readTexts = async (signal: AbortSignal): Promise<void> => {
		const own = opened.filter(({ summary }) => summary !== null);
		const left = own.filter(({ row }) => !search.knowsText(row.id)).map(({ row }) => row.id);
		let read = own.length - left.length;
		const tell = (running: boolean): void => setTexts({ read, of: own.length, running });
		const one = async (id: string): Promise<void> => {
			const sealed = await services.keeperFor(handlerVerbs).call('openCase', { wiki: facts.wiki, id });
			if (signal.aborted) return;
			// Gone since: another reader erased it, or lost it by an appeal.
			if (!sealed.ok && sealed.problem !== 'not-found') {
				reading.current?.abort();
				return setProblem(sealed);
			}
			const report = sealed.ok ? await openReport(sealed.value, keys) : null;
			if (report?.ok) search.text(id, report.value.body);
			read += 1;
			tell(true);
		};
		tell(true);
		const worker = async (): Promise<void> => {
			for (let id = left.pop(); id !== undefined && !signal.aborted; id = left.pop()) await one(id);
		};
		await Promise.all(Array.from({ length: atOnce }, worker));
		tell(false);
		setTurn((old) => old + 1);
	};
	return {
		found: useMemo(() => (turn === 0 ? null : search.find(words)), [words, turn]),
		texts,
		unread: useMemo(
			() => opened.some(({ row, summary }) => summary !== null && !search.knowsText(row.id)),
			[opened, turn],
		),
		problem,
		readTexts() {
			reading.current?.abort();
			reading.current = new AbortController();
			setProblem(null);
			void readTexts(reading.current.signal);
		},
		stop: () => reading.current?.abort(),
	};
}
