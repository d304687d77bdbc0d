/** A report without the words of one piece of its evidence, which the wiki has suppressed. */
import type { Evidence } from '../../contract/evidence.ts';
import type { ReportBody } from '../../contract/report.ts';

/** Shorter lines (a signature, `::`) stand everywhere. */
const fewestLetters = 12;

function without<T extends object, K extends keyof T>(value: T, ...names: readonly K[]): Omit<T, K> {
	return Object.fromEntries(Object.entries(value).filter(([name]) => !names.some((one) => one === name))) as Omit<T, K>;
}

/** Where it stands and what is known of it stay: no word of it, no hash to try words against, no heading or anchor. */
function emptied({ target, reading, permalink, ...evidence }: Evidence): Evidence {
	return {
		...without(evidence, 'wikitext', 'hash'),
		target: without(target, 'quote', 'heading', 'commentId'),
		permalink: permalink.replace(/#.*$/s, ''),
		...(reading ? { reading: without(reading, 'before', 'after', 'asAdded') } : {}),
		withheld: true,
	};
}

const linesOf = ({ target, wikitext, reading }: Evidence): string[] =>
	[target.quote, wikitext, reading?.asAdded]
		.flatMap((text) => text?.split('\n') ?? [])
		.map((line) => line.trim())
		.filter((line) => line.length >= fewestLetters);

/** The lines around another piece were cut from the same page: they go where one of these is among them. */
function apart(evidence: Evidence, lines: readonly string[]): Evidence {
	const { reading } = evidence;
	if (!reading) return evidence;
	const has = (text = ''): boolean => lines.some((line) => text.includes(line));
	const gone = (['before', 'after'] as const).filter((name) => has(reading[name]));
	return { ...evidence, reading: without(reading, ...gone) };
}

/** `at`: place of the piece, from 0. What people wrote themselves stays: nobody can tell what they quote. */
export function lessBody(body: ReportBody, at: number): ReportBody {
	const piece = body.evidence[at];
	if (!piece) return body;
	const lines = linesOf(piece);
	return { ...body, evidence: body.evidence.map((one, n) => (n === at ? emptied(one) : apart(one, lines))) };
}
