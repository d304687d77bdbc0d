/** Which time stamps of a run close a comment, and whose they are. */
import { hitsOf, type Signed } from './hits.ts';
import { isAside, isTold } from './mention.ts';
import { lineEnd, type Run } from './run.ts';
import type { TimeStamp } from './timestamps.ts';

/**
 * The signatures of a run, one for each of its lines that has any. A second one on a line belongs to the same comment;
 * but a mention or a copy in mid sentence does not sign where a later signature closes the line.
 */
export function signaturesOf(run: Run, stamps: readonly TimeStamp[]): Signed[] {
	const hits = hitsOf(run, stamps);
	const signed: Signed[] = [];
	let lineStart = 0;
	for (let i = 0; i < hits.length;) {
		const first = hits[i];
		if (!first) break;
		const end = lineEnd(run, first.end);
		const line = hits.slice(i, i + 1);
		while (line.length < hits.length - i && (hits[i + line.length]?.end ?? 0) <= end)
			line.push(...hits.slice(i + line.length, i + line.length + 1));
		const from = lineStart;
		const open = line.length > 1 ? line.findLast((hit) => !isAside(run, hit, from)) : first;
		const closing = open ?? line.at(-1) ?? first;
		const chosen = line.find((hit, k) => {
			if (open && hit !== open && isAside(run, hit, from)) return false;
			return !isTold(run, hit, from, line[k + 1]?.start ?? end, closing);
		});
		if (chosen) signed.push(chosen);
		lineStart = end;
		i += line.length;
	}
	return signed;
}
