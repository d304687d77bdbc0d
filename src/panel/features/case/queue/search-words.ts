/** How text is cut into words for searching, in any script. */

/** Written without spaces: found by pairs of neighbouring letters. */
const unspaced =
	/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const runs = new RegExp(`${unspaced.source}+|(?:(?!${unspaced.source})[\\p{L}\\p{M}\\p{N}])+`, 'gu');

const pairs = (run: string): string[] => {
	const letters = [...run];
	return letters.slice(1).map((letter, at) => `${letters[at] ?? ''}${letter}`);
};

/** For the index: of unspaced runs, each letter too, so that one alone is found. */
export const indexWords = (text: string): string[] =>
	(text.match(runs) ?? []).flatMap((run) => (unspaced.test(run) ? [...run, ...pairs(run)] : [run]));

/** For what is searched. */
export const queryWords = (text: string): string[] =>
	(text.match(runs) ?? []).flatMap((run) => (unspaced.test(run) && [...run].length > 1 ? pairs(run) : [run]));

/** Case, accents and Arabic vowel signs make no difference; vowels of Indic scripts are no accents. */
export const plain = (word: string): string =>
	word
		.normalize('NFKD')
		.replace(/[\u0300-\u036f\u064b-\u065f\u0670\u0640]/g, '')
		.normalize('NFC')
		.toLowerCase();
