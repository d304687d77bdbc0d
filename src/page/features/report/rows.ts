/** A button in each row of a list of edits or log entries, read from the ids that MediaWiki itself writes on the rows. */
import type { PageFacts } from '../../../contract/page-panel.ts';
import type { Target } from '../../../contract/target.ts';
import { isButton } from '../../button.ts';
import { message } from '../../messages.ts';
import { userLink } from '../../selectors.ts';
import { inSlices } from '../../slices.ts';
import { given, type Place } from './place.ts';

/** Words of a row longer than this help nobody. */
const longest = 2000;

export interface Rows {
	readonly selector: string;
	/** Where in the row its button and its words are; the row itself when missing. */
	readonly within?: string;
	/** Who did it, where the row itself does not say. */
	author?(facts: PageFacts): string | null;
	/** Which page, where that is not the page itself. */
	page?(row: Element): string | null | undefined;
	/** When, in ISO 8601; by default as `data-mw-ts` has it. */
	at?(row: Element): string | null | undefined;
}

const number = (row: Element, name: string): number => Number(row.getAttribute(name) ?? 0);

/** MediaWiki's own form, `20261122074456`. */
function timeOf(row: Element): string | null {
	const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(row.getAttribute('data-mw-ts') ?? '');
	return parts && `${parts[1]}-${parts[2]}-${parts[3]}T${parts[4]}:${parts[5]}:${parts[6]}Z`;
}

/** What the row says of itself; an author that is hidden there is nobody's to guess. */
function targetOf(row: Element, rows: Rows, facts: PageFacts): Target {
	const link = row.querySelector(userLink);
	const log = number(row, 'data-mw-logid');
	const author = link?.textContent ?? rows.author?.(facts) ?? null;
	const words = (rows.within && row.querySelector(rows.within)) || row;
	return {
		type: log ? 'log' : 'revision',
		wiki: facts.wiki,
		author,
		...given('page', rows.page ? rows.page(row) : facts.title),
		...given('revision', number(row, 'data-mw-revid') || number(link ?? row, 'data-mw-revid')),
		...given('logId', log),
		...given('at', rows.at ? rows.at(row) : timeOf(row)),
		...given('quote', log ? (words.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, longest) : null),
	};
}

export function rowPlace(rows: Rows): Place {
	return {
		draw(root, kit) {
			const found = [...root.querySelectorAll(rows.selector)];
			const own = root.closest(rows.selector);
			if (!own && !found.length) return;
			const drawOne = (row: Element): void => {
				const inner = (rows.within && row.querySelector(rows.within)) || row;
				if (isButton(inner.lastElementChild)) return;
				const { author } = targetOf(row, rows, kit.facts);
				const name = author ? message('page-report-row', author) : message('page-report-this');
				const press = (): void => {
					const target = targetOf(row, rows, kit.services.facts() ?? kit.facts);
					void kit.services.openPanel({ system: 'report', target });
				};
				inner.append(kit.makeButton(message('page-report'), name, press));
			};
			inSlices(own ? [own, ...found] : found, drawOne, kit.signal);
		},
	};
}
