/** What the panel's own reading of a comment says, in plain words: for who reports and for who handles. */
import type { Evidence } from '../../contract/evidence.ts';
import type { Target } from '../../contract/target.ts';
import { useEvidenceWords } from './words.ts';

/** `clicked`: what the page had said, where that is known. */
export function ReadingNotes({ evidence, clicked }: { evidence: Evidence; clicked?: Target }) {
	const say = useEvidenceWords();
	if (!say) return null;
	const { reading, target } = evidence;
	const notes: string[] = [];
	if (!reading) {
		if (target.type === 'comment') notes.push(say('reading-none'));
	} else if (!reading.onPage) notes.push(say('reading-not-on-page'));
	else {
		const saved = evidence.addedBy?.user ?? null;
		if (target.author === null) notes.push(say('reading-author-open', (reading.signers ?? []).join(' · ')));
		else if (reading.authorCertain === false && saved !== null)
			notes.push(say('reading-author-other', target.author, saved));
		else if (clicked && clicked.author !== target.author) notes.push(say('reading-author-corrected', target.author));
		if (reading.inSource === false) notes.push(say('reading-elsewhere'));
		if (reading.asAdded !== undefined) notes.push(say('reading-rewritten'));
	}
	return notes.map((note) => (
		<p key={note} class="wh-small">
			{note}
		</p>
	));
}
