/** How alike two texts are by their words, whatever stands between them. */

/** Scripts without spaces between words count by the character. */
const word =
	/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}\p{sc=Tibetan}]|[\p{L}\p{N}\p{M}]+/gu;

export type Bag = ReadonlyMap<string, number>;

export function bagOf(text: string): Bag {
	const bag = new Map<string, number>();
	for (const one of text.normalize('NFC').toLowerCase().match(word) ?? []) bag.set(one, (bag.get(one) ?? 0) + 1);
	return bag;
}

const size = (bag: Bag): number => [...bag.values()].reduce((sum, count) => sum + count, 0);

/** Sørensen's coefficient over the words: 1 = the same ones, 0 = none in common. */
export function likeness(one: Bag, other: Bag): number {
	const total = size(one) + size(other);
	if (total === 0) return 0;
	let common = 0;
	for (const [text, count] of one) common += Math.min(count, other.get(text) ?? 0);
	return (2 * common) / total;
}
