/** Words, sentences and brackets in any script, as far as signatures need to tell them from prose. */

/** The end of a sentence with something behind it. */
export const SENTENCE_END = /[.!?。！？।؟]["'”’»)\]]*\s|[。！？।]/u;

const WORD = /\p{L}[\p{L}\p{M}]+|[\p{Lo}]/gu;
const OPEN = /[([{（［｛«「]/u;
const CLOSE = /[)\]}）］｝»」]/u;

/** The text without its bracketed parts. */
export function outside(text: string): string {
	return text.replace(/\([^()]*\)|\[[^[\]]*\]|（[^（）]*）|\{[^{}]*\}/gu, ' ');
}

/** How many words a text has; one letter counts only in scripts without case. */
export const wordsIn = (text: string): number => text.match(WORD)?.length ?? 0;

/** Enough words to be a sentence of its own; scripts that do not part words count by letters. */
export const isProse = (text: string): boolean => wordsIn(text) >= 3 || (text.match(/\p{Lo}/gu)?.length ?? 0) >= 8;

/** How many brackets of `text` close without having been opened in it: 1 = the place before it is inside brackets. */
export function depthAt(text: string): number {
	let open = 0;
	let unmatched = 0;
	for (const unit of text) {
		if (OPEN.test(unit)) open++;
		else if (CLOSE.test(unit)) {
			if (open > 0) open--;
			else unmatched++;
		}
	}
	return unmatched;
}

/** Whether the text leaves a bracket open at its end. */
export function leavesOpen(text: string): boolean {
	let open = 0;
	for (const unit of text) {
		if (OPEN.test(unit)) open++;
		else if (CLOSE.test(unit) && open > 0) open--;
	}
	return open > 0;
}
