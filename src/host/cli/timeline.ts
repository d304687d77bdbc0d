/** The verb `timeline`: what happened between accounts of a wiki, and who came after whom. */
import { timelineOf } from '../../engines/timeline/timeline.ts';
import { createWikiApi } from '../../wiki/api.ts';
import { atMost } from '../../wiki/at-most.ts';
import { readTimeline } from '../../wiki/timeline.ts';
import type { Problem } from '../../contract/problem.ts';
import { readOptions, type TimelineOptions } from './timeline-options.ts';
import { measureInWords } from './timeline-words.ts';

export const name = 'timeline';
export const summary = 'Shows what happened between accounts, and who came after whom.';
export const help = `wikihaven timeline --api URL --users A,B[,C,D,E] --from TIME --to TIME [OPTIONS]

Prints {users, from, to, events, pages, stretch, measures, lacking} for two to five accounts of a wiki, as JSON:
  events    edits of common pages, replies, reverts, mentions, thanks and blocks between them: {type, at, actor, target,
            page, namespace, revision, log, link, summary}, oldest first
  pages     pages that at least two of them edited in the range
  stretch   when most of it happened, and what
  measures  for each ordered pair how often one came to pages new to them within 24 hours after the other, against what
            chance gives: {of, after, window, appearances, followed, expected, ratio, interval, p, level, reading, note,
            checks, order, shifts, windows, pages, words}; reading is too-little, as-chance or more-than-chance, made
            so that of all groups of people without any following at most 1 in 100 (level) reads the latter
  lacking   what was too much to read wholly: edits, logs, digests, mentions, earlier-edits

  --api URL             the wiki's api.php
  --users A,B           names, separated by commas, or by | where a name has a comma
  --from, --to TIME     UTC, as 2026-03-31 or 2026-03-31T12:00:00Z; a day that ends the range belongs to it
  --hide-page TITLE     leave a page out everywhere (may be said again)
  --hide-namespace N    leave a namespace out everywhere (may be said again)

Ends with 0, with 1 when the wiki does not answer in time, with 2 when the command line, an account or the wiki is wrong.
`;

/** So many calls at once. */
const calls = 8;
/** Seconds of lag at which a wiki may turn us away: nobody waits for this in a page. */
const maxlag = 5;

function complaint({ base, users }: TimelineOptions, { problem, params }: Problem): { code: number; text: string } {
	const [what = ''] = params;
	if (problem === 'not-found') return { code: 2, text: `there is no account "${what}" on this wiki` };
	if (/^(?:timed-out|rate-limited|cancelled)$/.test(problem))
		return { code: 1, text: `the wiki at ${base} does not answer now (${problem}); please try later` };
	return {
		code: 2,
		text: `${base}/api.php did not answer as a wiki does about ${users.length} accounts (${problem} ${what})`,
	};
}

const rounded = (_: string, value: unknown): unknown =>
	typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(4)) : value;

export async function run(args: string[]): Promise<number> {
	const options = readOptions(args);
	if (typeof options === 'string') {
		process.stderr.write(`timeline: ${options}\n`);
		return 2;
	}
	const { base, users, range, hidden } = options;
	const { signal } = new AbortController();
	const wiki = createWikiApi({
		base,
		fetch: (url, init) => fetch(url, init),
		signal,
		credentials: 'omit',
		headers: { 'user-agent': 'Wikihaven (command line)' },
		maxlag,
	});
	const read = await readTimeline(atMost(wiki, calls, signal), users, range, hidden);
	if (!read.ok) {
		const { code, text } = complaint(options, read);
		process.stderr.write(`timeline: ${text}\n`);
		return code;
	}
	const { lacking, ...material } = read.value;
	// A range may end in the future, of which nothing is known.
	const last = material.edits.reduce((latest, { at }) => Math.max(latest, at), Date.now());
	const to = Math.min(range.to, last);
	const timeline = timelineOf({ ...material, users, from: range.from, to, index: `${base}/index.php` });
	const measures = timeline.measures.map((measure) => ({ ...measure, words: measureInWords(measure) }));
	const [from, until] = [range.from, range.to].map((at) => new Date(at).toISOString());
	process.stdout.write(
		`${JSON.stringify({ users, from, to: until, ...timeline, measures, lacking }, rounded, '\t')}\n`,
	);
	return 0;
}
