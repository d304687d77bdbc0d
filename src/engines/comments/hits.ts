/** Every place of a run where a user link stands close before a time stamp. */
import type { Run } from './run.ts';
import { authorsOf, chainOf, isHint } from './signer.ts';
import type { TimeStamp } from './timestamps.ts';
import { SENTENCE_END, outside, wordsIn } from './words.ts';

export interface Signed {
	author: string;
	/** Whether all links of the signature name one and the same user of this wiki. */
	certain: boolean;
	/** Everybody whom the signature names, the author first. */
	candidates: string[];
	utc: number;
	/** [start, end) of signature and time stamp in the run. */
	start: number;
	timeStart: number;
	end: number;
}

/** What tells a signature from a mention. `bare`: one link only; `gapWords`: words between it and the time. */
export type Hit = Signed & { bare: boolean; gapWords: number };

/** Everything in a run that is a user link close before a time stamp. */
export function hitsOf(run: Run, stamps: readonly TimeStamp[]): Hit[] {
	const hits: Hit[] = [];
	let from = 0;
	let link = 0;
	for (const stamp of stamps) {
		while (link < run.links.length && (run.links[link]?.start ?? 0) <= stamp.start) link++;
		const chain = chainOf(run, stamp, from, link - 1);
		const nearest = chain[0];
		const [author, ...others] = authorsOf(run, chain, stamp.start);
		from = stamp.end;
		if (!nearest || !author) continue;
		const gap = run.text.slice(Math.min(nearest.end, stamp.start), stamp.start);
		const gapWords = wordsIn(outside(gap));
		// A page below a user page signs only where nothing but the time follows it.
		const isPart = author.kinds.size === 1 && author.kinds.has('part');
		if (isPart && (gapWords > 0 || SENTENCE_END.test(gap) || author.mentioned)) continue;
		hits.push({
			author: author.name,
			certain: others.every(isHint) && !isHint(author),
			candidates: [author.name, ...others.map((one) => one.name)],
			utc: stamp.utc,
			start: chain.at(-1)?.start ?? nearest.start,
			timeStart: stamp.start,
			end: stamp.end,
			bare: chain.length === 1,
			gapWords,
		});
	}
	return hits;
}
