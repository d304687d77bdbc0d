/** Text as it is compared: letters of one width and case, with the way back to where each stood. */

export interface Folded {
	readonly text: string;
	/** For each code unit of `text`, and for its end: where it stood in the original. */
	readonly at: readonly number[];
}

/** A letter with the marks on it: folded as one, so that é is é however it was typed. */
const clusters = /\P{M}\p{M}*|\p{M}+/gu;

/** NFKC and lower case; marks of direction and other characters that nobody sees are gone. */
export function folded(original: string): Folded {
	let text = '';
	const at: number[] = [];
	for (const { 0: cluster, index } of original.matchAll(clusters)) {
		const plain = cluster
			.normalize('NFKC')
			.toLowerCase()
			.replace(/\p{Cf}/gu, '');
		for (let unit = 0; unit < plain.length; unit++) at.push(index);
		text += plain;
	}
	return { text, at: [...at, original.length] };
}
