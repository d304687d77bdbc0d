/** A report as a page by itself: readable without us and without a network, with no script in it, what may hurt folded. */
import type { Attachment } from '../../../contract/attachment.ts';
import type { Evidence } from '../../../contract/evidence.ts';
import type { ReportBody } from '../../../contract/report.ts';
import type { Words } from '../../words/words.ts';
import { textOf } from '../../attachments/text-of.ts';
import type { Letter } from '../../writing/use-writing.ts';
import type { KeepWords } from './folded/words.ts';
import type { CaseWords } from './words.ts';

export interface PageWords {
	readonly words: Words;
	readonly say: CaseWords;
	readonly keep: KeepWords;
	readonly dir: 'ltr' | 'rtl';
}

/** Text as HTML, also within an attribute. */
export const escaped = (text: string): string =>
	text.replace(/[&<>"']/g, (letter) => `&#${letter.codePointAt(0) ?? 0};`);

const folded = (title: string, inside: string): string =>
	`<details><summary>${escaped(title)}</summary>${inside}</details>`;
const source = (text: string): string => `<pre dir="auto">${escaped(text)}</pre>`;
/** Nothing of a row that has nothing to say. */
const row = (name: string, value: string | null | undefined): string =>
	value ? `<dt>${escaped(name)}</dt><dd dir="auto">${escaped(value)}</dd>` : '';

function evidencePart(
	{ target, permalink, diff, wikitext, state }: Evidence,
	{ words: { t, time } }: PageWords,
): string {
	const where = [target.author, target.at && time(target.at), target.page].filter(Boolean).join(' · ');
	const addresses = [permalink, ...(diff ? [diff] : [])].map((url) => `<p><code>${escaped(url)}</code></p>`);
	return [
		`<h2>${escaped(t('preview-evidence'))}</h2><p dir="auto">${escaped(where)}</p>`,
		`<p>${escaped(t(`evidence-${state}`))}</p>`,
		target.quote ? folded(t('preview-evidence'), `<blockquote dir="auto">${escaped(target.quote)}</blockquote>`) : '',
		wikitext ? folded(t('preview-wikitext'), source(wikitext)) : '',
		...addresses,
	].join('');
}

/** A link stays text: whoever reads the page decides where they go. */
function attachmentPart(attachment: Attachment): string {
	const { origin, name, type, bytes, sha256 } = attachment;
	const inside =
		origin === 'image'
			? `<img alt="${escaped(name)}" loading="lazy" src="data:${type};base64,${escaped(bytes)}">`
			: source(textOf(attachment));
	return folded(name, `${inside}<p><code>SHA-256 ${sha256}</code></p>`);
}

function letterPart({ stored, body }: Letter, { words, say }: PageWords): string {
	const head = `<p>${escaped(`${say(`talk-from-${stored.from}`)} · ${words.time(stored.at)}`)}</p>`;
	const text = body
		? `<p class="words" dir="auto">${escaped(body.text)}</p>`
		: `<p>${escaped(say('talk-unreadable'))}</p>`;
	return `<li>${head}${text}${(body?.attachments ?? []).map(attachmentPart).join('')}</li>`;
}

const style = `body{max-width:48em;margin:2em auto;padding:0 1em;font:1rem/1.5 sans-serif}pre,.words{white-space:pre-wrap;overflow-wrap:anywhere}code{overflow-wrap:anywhere}img{max-width:100%}dt{font-weight:bold}dd{margin:0 0 .5em}details{margin:.5em 0}`;
/** Nothing is fetched and nothing runs, whatever a report has in it. */
const policy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'";

/** `savedAt`: ISO. */
export function exportPage(body: ReportBody, letters: readonly Letter[], savedAt: string, all: PageWords): string {
	const { words, say, keep, dir } = all;
	const { t } = words;
	const title = say('case-number', body.id);
	const facts = [
		row(t('receipt-time'), words.time(body.at)),
		row(
			say('case-reporter'),
			body.reporter.user ?? say(`who-${body.reporter.mode === 'anonymous' ? 'anonymous' : 'pseudonymous'}`),
		),
		row(t('preview-named'), words.list(body.named)),
		row(say('case-excluded'), words.list(body.excluded ?? [])),
		row(say('case-wishes'), words.list((body.wishes ?? []).map((wish) => say(`wish-${wish}`)))),
		row(say('case-contact'), body.contact),
		row(say('case-readers'), words.list(body.recipients.map(({ name }) => name))),
	];
	const data = JSON.stringify({ ...body, attachments: undefined }, null, '\t');
	return [
		`<!doctype html><html lang="${words.language}" dir="${dir}"><head><meta charset="utf-8">`,
		`<meta http-equiv="Content-Security-Policy" content="${policy}"><meta name="referrer" content="no-referrer">`,
		`<meta name="viewport" content="width=device-width"><title>${escaped(title)}</title><style>${style}</style></head><body>`,
		`<h1>${escaped(title)}</h1><p>${escaped(t(`kind-${body.kind}`))}</p>`,
		`<p>${escaped(keep('page-copy', words.time(savedAt)))}</p><dl>${facts.join('')}</dl>`,
		body.evidence.map((one) => evidencePart(one, all)).join(''),
		body.details === '' ? '' : folded(say('case-details'), `<p class="words" dir="auto">${escaped(body.details)}</p>`),
		(body.attachments ?? []).map(attachmentPart).join(''),
		`<h2>${escaped(say('talk-heading'))}</h2>`,
		letters.length === 0
			? `<p>${escaped(say('talk-none'))}</p>`
			: `<ol>${letters.map((one) => letterPart(one, all)).join('')}</ol>`,
		folded(keep('page-data'), source(data)),
		'</body></html>\n',
	].join('\n');
}
