/** What of a case the person reported cannot know, for `findLeaks`. */
import { fromBase64 } from '../../../../contract/bytes.ts';
import type { Evidence } from '../../../../contract/evidence.ts';
import type { ReportBody } from '../../../../contract/report.ts';
import { findLeaks, type Leak, type Private } from '../../../../domain/case/leaks.ts';
import { samePerson } from '../../../../domain/people/names.ts';
import type { Letter } from '../../../writing/use-writing.ts';

/** Who a case is about, as its grants say. */
export const subjectOf = ({ evidence, named }: ReportBody): string | null =>
	evidence[0]?.target.author ?? named[0] ?? null;

/** Their own edit or log entry, as the wiki says: they know of it, and so can anybody. */
const isOf = ({ addedBy, target }: Evidence, subject: string): boolean =>
	samePerson(addedBy?.user ?? target.author ?? '', subject);

const quotes = ({ target, wikitext }: Evidence): string[] => [target.quote ?? '', wikitext ?? ''];
const pageOf = ({ target }: Evidence): string[] => (target.page === undefined ? [] : [target.page]);

/** `letters`: with the reporter; what they wrote there counts as well. */
export function privateTexts(body: ReportBody, letters: readonly Letter[], subject: string): Private {
	const own = body.evidence.filter((one) => isOf(one, subject));
	const others = body.evidence.filter((one) => !isOf(one, subject));
	const ownPages = new Set(own.flatMap(pageOf));
	const attached = [...(body.attachments ?? []), ...letters.flatMap((one) => one.body?.attachments ?? [])];
	return {
		texts: [
			{ from: 'report', text: body.details },
			...others.flatMap(quotes).map((text) => ({ from: 'report' as const, text })),
			{ from: 'contact', text: body.contact ?? '' },
			...attached.map(({ name, origin, bytes }) => ({
				from: 'attachment' as const,
				text: origin === 'image' ? name : `${name}\n${new TextDecoder().decode(fromBase64(bytes))}`,
			})),
			...letters.flatMap((one) =>
				one.stored.from === 'reporter' && one.body ? [{ from: 'message' as const, text: one.body.text }] : [],
			),
		],
		names: [...(body.reporter.user === null ? [] : [body.reporter.user]), ...(body.excluded ?? [])],
		pages: others.flatMap(pageOf).filter((page) => !ownPages.has(page)),
		open: own.flatMap(quotes),
	};
}

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

/** `open`: what the text was begun from, which tells nothing. */
export const leaksIn = (text: string, secret: Private, open = ''): Leak[] =>
	findLeaks(text, { ...secret, open: [...secret.open, open] }, (one) => segmenter.segment(one));
