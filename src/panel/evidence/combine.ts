/** One piece of evidence from two readings: the history's (who added the words) and the page's (what exactly they are). */
import { sha256, toHex } from '../../contract/bytes.ts';
import type { Evidence, Reading } from '../../contract/evidence.ts';
import { samePerson } from '../../domain/people/names.ts';
import { corrected } from './corrected.ts';
import type { Exact } from './exact.ts';

const trimmed = (text: string): string => text.replace(/[ \t]+$/gm, '').trim();

/** Whose the words are: the signature's word, which the history may settle or contradict. */
function authorOf(evidence: Evidence, exact: Exact): { author: string | null; certain: boolean } {
	const { comment } = exact;
	const saved = evidence.addedBy?.user ?? null;
	if (!comment) return { author: evidence.target.author, certain: false };
	if (!comment.certain) {
		const signer = saved === null ? undefined : comment.candidates.find((name) => samePerson(name, saved));
		return { author: signer ?? null, certain: signer !== undefined };
	}
	return { author: comment.author, certain: saved === null || samePerson(comment.author, saved) };
}

/** `evidence`: what the history told of the target as `exact` corrects it. */
export async function combine(evidence: Evidence, exact: Exact): Promise<Evidence> {
	const { comment, revision, source } = exact;
	if (!comment) return { ...evidence, reading: { revision, onPage: false } };
	const { author, certain } = authorOf(evidence, exact);
	const reading: Reading = { revision, onPage: true, authorCertain: certain };
	if (!comment.certain || comment.candidates.length > 1)
		reading.signers = comment.candidates.filter((name) => name.length <= 255).slice(0, 20);
	const target = { ...corrected(evidence.target, exact), author };
	if (source === null) return { ...evidence, target, reading };
	if (source === 'elsewhere') {
		// The history looks for the words in this page's source: that they are not there changes nothing.
		const state = evidence.state === 'changed' ? 'confirmed' : evidence.state;
		return { ...evidence, target, state, reading: { ...reading, inSource: false } };
	}
	const { first, last, text, before, after } = source;
	const added = evidence.wikitext;
	const same = added === undefined || trimmed(added).includes(trimmed(text));
	return {
		...evidence,
		target,
		wikitext: text,
		hash: toHex(await sha256(text)),
		reading: {
			...reading,
			inSource: true,
			lines: { first, last },
			before,
			after,
			...(same ? {} : { asAdded: added }),
		},
	};
}
