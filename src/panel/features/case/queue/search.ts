/** An index of what this handler can open, in memory on this machine alone. */
import MiniSearch from 'minisearch';
import type { ReportBody } from '../../../../contract/report.ts';
import { pacer } from '../../../evidence/breath.ts';
import type { Opened } from './model.ts';
import { indexWords, plain, queryWords } from './search-words.ts';

interface Doc {
	readonly id: string;
	/** What the queue's row says. */
	readonly row: string;
	/** Of the report itself, once it was opened for searching. */
	readonly text: string;
}

/** One letter may be wrong, in a long word only: in a short one, or in a number, that makes another. */
const mayDiffer = (term: string): number | false => (term.length > 5 && !/\p{N}/u.test(term) ? 1 : false);

/** The words of a report that somebody might look for. */
export const textOf = ({ details, evidence, named, reporter }: ReportBody): string =>
	[
		details,
		...evidence.flatMap(({ target, wikitext }) => [target.quote, target.page, target.author, wikitext]),
		...named,
		reporter.user,
	]
		.filter((one) => typeof one === 'string')
		.join('\n');

export interface Search {
	/** Takes in what it does not know yet. Rejects when `signal` ends. */
	rows(opened: readonly Opened[], wordsOf: (one: Opened) => string, signal: AbortSignal): Promise<void>;
	text(id: string, body: ReportBody): void;
	knowsText(id: string): boolean;
	/** Reports with every one of these words; null where none is asked for. */
	find(words: string): ReadonlySet<string> | null;
}

export function createSearch(): Search {
	const index = new MiniSearch<Doc>({
		fields: ['row', 'text'],
		tokenize: indexWords,
		processTerm: plain,
		searchOptions: { tokenize: queryWords, prefix: true, fuzzy: mayDiffer, combineWith: 'AND' },
	});
	const docs = new Map<string, Doc>();
	const put = (doc: Doc): void => {
		if (docs.has(doc.id)) index.replace(doc);
		else index.add(doc);
		docs.set(doc.id, doc);
	};
	return {
		async rows(opened, wordsOf, signal) {
			const pause = pacer(signal);
			for (const one of opened) {
				if (docs.has(one.row.id)) continue;
				await pause();
				put({ id: one.row.id, row: wordsOf(one), text: '' });
			}
		},
		text(id, body) {
			put({ id, row: docs.get(id)?.row ?? '', text: textOf(body) });
		},
		knowsText: (id) => (docs.get(id)?.text ?? '') !== '',
		find(words) {
			if (queryWords(words).length === 0) return null;
			return new Set(index.search(words).map(({ id }) => String(id)));
		},
	};
}
