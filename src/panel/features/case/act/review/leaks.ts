/** What of a plan everybody will read, and what of that only the report could have told. */
import type { Act } from '../../../../../contract/act.ts';
import type { ReportBody } from '../../../../../contract/report.ts';
import { leaksIn, privateTexts, subjectOf } from '../../decide/private-texts.ts';

function publicOf(act: Act): string {
	if (act.act === 'notice') return `${act.heading}\n${act.text}`;
	const pages = act.act === 'block' ? (act.partial?.pages ?? []) : [];
	return [act.reason, ...pages].join('\n');
}

/** Passages, each once. `open`: what the texts were begun from. */
export function leaksOf(acts: readonly Act[], body: ReportBody, open: readonly string[]): string[] {
	const secret = privateTexts(body, [], subjectOf(body) ?? '');
	const passages = acts.flatMap((act) => leaksIn(publicOf(act), secret, open.join('\n')).map(({ passage }) => passage));
	return [...new Set(passages)];
}
