/** Names of people as MediaWiki compares them. */

/**
 * The canonical form of a user name: NFC, underscores and every kind of space as one space, direction marks gone, first
 * letter upper. Source: MediaWiki's title rules (Manual:Page title, "Canonical forms"). A letter whose upper case is more
 * than one character (ß) stays, as it does there.
 */
export function canonicalName(name: string): string {
	const text = name
		.normalize('NFC')
		.replace(/[\u200e\u200f\u202a-\u202e]/g, '')
		.replace(/[ _\u00a0\u1680\u180e\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/g, ' ')
		.trim();
	const [first = ''] = text;
	const upper = first.toUpperCase();
	return ([...upper].length === 1 ? upper : first) + text.slice(first.length);
}

/** Whether two spellings mean the same account. */
export function samePerson(one: string, other: string): boolean {
	return canonicalName(one) === canonicalName(other);
}
