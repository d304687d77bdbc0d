/** All rows of the queue, page by page, each opened with the own key as it comes. */
import { useEffect, useState } from 'preact/hooks';
import type { CaseRow } from '../../../../contract/case.ts';
import { handlerVerbs } from '../../../../contract/handler-verbs.ts';
import type { Outcome, Problem } from '../../../../contract/problem.ts';
import type { GrantBody } from '../../../../contract/report.ts';
import type { HandlerKeys } from '../../../../contract/vault.ts';
import { pacer } from '../../../evidence/breath.ts';
import { usePanel } from '../../../panel.ts';
import { openGrant } from '../../../sealing/open-report.ts';
import type { Opened } from './model.ts';
import { useLive } from './use-live.ts';

/** The first page is there soon; the others cost few requests. */
const firstPage = 100;
const laterPage = 250;
/** As many as a high list shows at once: they are on the screen before the rest of the first page is opened. */
const firstRows = 16;
/** Boxes that are opened beside one another: the browser's cryptography has threads of its own. */
const atOnce = 16;

export interface Cases {
	readonly opened: readonly Opened[];
	/** The backend's clock; empty until it was asked. */
	readonly now: string;
	readonly complete: boolean;
	readonly problem: Problem | null;
	/** Goes on after a problem. */
	again(): void;
	/** Asks for everything anew. */
	renew(): void;
	/** A row as it is after a step. */
	change(row: CaseRow): void;
}

const summaryOf = (grant: Outcome<GrantBody> | undefined): Opened['summary'] =>
	grant?.ok ? grant.value.summary : null;

async function openAll(rows: readonly CaseRow[], keys: HandlerKeys, signal: AbortSignal): Promise<Opened[]> {
	const pause = pacer(signal);
	const opened: Opened[] = [];
	for (let at = 0; at < rows.length; at += atOnce) {
		await pause();
		const some = rows.slice(at, at + atOnce);
		const grants = await Promise.all(some.map((row) => openGrant(row, keys)));
		opened.push(...some.map((row, n) => ({ row, summary: summaryOf(grants[n]) })));
	}
	return opened;
}

/**
 * The backend gives the newest first and cannot order by what is sealed. What is due first may be on the last page, behind
 * any number of new reports, so all pages are read before anybody looks at the order in earnest.
 */
export function useCases(keys: HandlerKeys): Cases {
	const { services, facts } = usePanel();
	const [opened, setOpened] = useState<readonly Opened[]>([]);
	const [now, setNow] = useState('');
	/** What changed while the pages were read is asked for too. */
	const [since, setSince] = useState<string | null>(null);
	const [next, setNext] = useState<string | null | undefined>(undefined);
	const [problem, setProblem] = useState<Problem | null>(null);
	const [turn, setTurn] = useState(0);
	useLive(next === null ? since : null, async (rows, signal) => {
		const fresh = new Map((await openAll(rows, keys, signal)).map((one) => [one.row.id, one]));
		if (fresh.size === 0) return;
		setOpened((old) => {
			const kept = old.map((one) => fresh.get(one.row.id) ?? one);
			for (const { row } of old) fresh.delete(row.id);
			return [...kept, ...fresh.values()];
		});
	});
	useEffect(() => {
		const life = new AbortController();
		const load = async (): Promise<void> => {
			let after = next;
			while (after !== null) {
				const page = await services.keeperFor(handlerVerbs).call('cases', {
					wiki: facts.wiki,
					limit: after === undefined ? firstPage : laterPage,
					...(after === undefined ? {} : { after }),
				});
				if (life.signal.aborted) return;
				if (!page.ok) return setProblem(page);
				const isFirst = after === undefined;
				if (isFirst) setSince(page.value.now);
				setNow(page.value.now);
				const top = await openAll(page.value.cases.slice(0, firstRows), keys, life.signal);
				if (isFirst) setOpened((old) => (old.length === 0 ? top : old));
				const fresh = [...top, ...(await openAll(page.value.cases.slice(firstRows), keys, life.signal))];
				after = page.value.next;
				// An appeal moves a report to another page while these are read.
				const known = new Set(fresh.map(({ row }) => row.id));
				setOpened((old) => (isFirst ? fresh : [...old.filter(({ row }) => !known.has(row.id)), ...fresh]));
				setNext(after);
			}
		};
		setProblem(null);
		load().catch((error: unknown) => {
			if (!life.signal.aborted) throw error;
		});
		return () => life.abort();
	}, [turn, keys]);
	return {
		opened,
		now,
		complete: next === null,
		problem,
		again: () => setTurn(turn + 1),
		renew() {
			setNext(undefined);
			setTurn(turn + 1);
		},
		change(row) {
			// Whoever gave up their grant sees it no more.
			const isGone = row.grants.length === 0;
			setOpened((old) =>
				isGone
					? old.filter((one) => one.row.id !== row.id)
					: old.map((one) => (one.row.id === row.id ? { ...one, row } : one)),
			);
		},
	};
}
