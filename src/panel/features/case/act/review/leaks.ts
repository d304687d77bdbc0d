/** What of a plan everybody will read, and what of that only the report could have told. */
import type { Act } from '../../../../../contract/act.ts';
import type { ReportBody } from '../../../../../contract/report.ts';
import { findLeaks } from '../../../../../domain/case/leaks.ts';

function publicOf(act: Act): string {
	if (act.act === 'notice') return `${act.heading}\n${act.text}`;
	const pages = act.act === 'block' ? (act.partial?.pages ?? []) : [];
	return [act.reason, ...pages].join('\n');
}

/** Passages, each once. Of pages only those that the evidence does not tie to the person reported. */
export function leaksOf(acts: readonly Act[], body: ReportBody, open: readonly string[]): string[] {
	const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });
	const { reporter, details, contact } = body;
	const quotes = body.evidence.flatMap(({ target }) => (target.quote === undefined ? [] : [target.quote]));
	const secret = {
		texts: [
			{ from: 'report' as const, text: details },
			...(contact === undefined ? [] : [{ from: 'contact' as const, text: contact }]),
		],
		names: reporter.user === null ? [] : [reporter.user],
		pages: [],
		open: [...open, ...quotes],
	};
	const passages = acts.flatMap((act) =>
		findLeaks(publicOf(act), secret, (text) => segmenter.segment(text)).map(({ passage }) => passage),
	);
	return [...new Set(passages)];
}
