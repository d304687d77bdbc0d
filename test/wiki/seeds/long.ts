/** A talk page with 500 comments, each in a revision of its own, imported because 500 real edits would take minutes. */

const authors = ['Ana', 'Chen', 'Emeka', 'Dina', 'Bo'];
const openings = [
	'I walked it on Sunday.',
	'The sign has fallen over.',
	'Is this one still open?',
	'I can draw a map.',
];
const replies = [
	'Agreed, and the gate is new as well.',
	'I am not sure, the stile looked safe to me.',
	'Could you add a source for that?',
	'Done, with a picture.',
	'Let us ask the walking club.',
	'As usual you understood nothing at all.',
];

const title = 'Talk:Footpaths';
export const longTitle = title;
const months = 'January February March April May June July August September October November December'.split(' ');

/** The time as MediaWiki signs it in English: 10:05, 3 March 2026 (UTC). */
function signed(at: Date): string {
	const two = (n: number): string => String(n).padStart(2, '0');
	const day = `${at.getUTCDate()} ${months[at.getUTCMonth()]} ${at.getUTCFullYear()}`;
	return `${two(at.getUTCHours())}:${two(at.getUTCMinutes())}, ${day} (UTC)`;
}

/** A MediaWiki export file (export-0.11) with one page of `count` revisions, a comment more in each. */
export function longDiscussion(count = 500): string {
	let text = '';
	const revisions: string[] = [];
	for (let n = 0; n < count; n++) {
		const within = n % 20;
		const by = authors[(n * 7 + Math.floor(n / 20)) % authors.length] ?? 'Ana';
		const at = new Date(Date.UTC(2026, 2, 1, 8) + n * 3 * 3600_000 + ((n * 37) % 60) * 60_000);
		const indent = ':'.repeat(within === 0 ? 0 : 1 + ((within * 5) % 4));
		const words = within === 0 ? openings[(n / 20) % openings.length] : replies[(n * 3) % replies.length];
		if (within === 0) text += `${n ? '\n\n' : ''}== Footpath ${n / 20 + 1} ==`;
		text += `\n${indent}${words} [[User:${by}|${by}]] ([[User talk:${by}|talk]]) ${signed(at)}`;
		revisions.push(
			`<revision><timestamp>${at.toISOString().slice(0, 19)}Z</timestamp><contributor><username>${by}</username></contributor>` +
				`<comment>reply</comment><model>wikitext</model><format>text/x-wiki</format><text xml:space="preserve">${text}</text></revision>`,
		);
	}
	return (
		'<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.11/" version="0.11" xml:lang="en">' +
		`<page><title>${title}</title><ns>1</ns>${revisions.join('')}</page></mediawiki>`
	);
}
