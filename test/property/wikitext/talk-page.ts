/** Invented talk pages with the true lines of every comment: lists, paragraphs, tables, templates, signatures of many kinds. */
import { Random } from './random.ts';

export interface TrueComment {
	author: string;
	timestampISO: string;
	nth: number;
	firstLine: number;
	lastLine: number;
}

const names = ['Quill', 'Old Tidewater', 'Marrow & Pike', 'Inês', '203.0.113.7', 'O’Hara (ed.)'] as const;
const words = 'the lamp was lit before they built a second pier and nobody saw it from our harbour'.split(' ');
const monthNames = ['January', 'February', 'March', 'April', 'May', 'June'] as const;

function sentence(random: Random): string {
	const some = Array.from({ length: 4 + random.below(25) }, () => words[random.below(words.length)]).join(' ');
	const extra = random.of([
		'',
		'',
		'',
		" ''really''",
		' [[Pier|piers]]',
		' <b>now</b>',
		' &ndash; so',
		' [https://pier.test x]',
		' {{ping|Moth}}',
		' <!-- note -->',
		' <nowiki>[[x</nowiki>',
		' <ref>Log</ref>',
	] as const);
	return `It says ${some}${extra}.`;
}

function signature(random: Random, author: string): string {
	const target = author.replace('&', '&#38;');
	return random.of([
		`[[User:${target}|${target}]] ([[User talk:${target}|talk]])`,
		`<span style="color:#446">[[user:${target.replace(/ /g, '_')}|${target}]]</span>`,
		`— [[User talk:${target}|me]]`,
		`[[Special:Contributions/${target}|${target}]]`,
		`''[[User:${target}|<b>${target}</b>]]''`,
	] as const);
}

/** The lines of a comment that stand before its signed one. */
function before(random: Random, mark: string): string[] {
	if (mark) return random.below(4) ? [] : [`${mark} ${sentence(random)}`];
	return random
		.of([
			[],
			[],
			[],
			[sentence(random), ''],
			[sentence(random)],
			['{|', '! Place', '|-', '| Pier || yes', '|}'],
		] as const)
		.slice();
}

/** A page of `count` comments; the same seed gives the same page. */
export function talkPage(count: number, seed: number): { text: string; comments: TrueComment[] } {
	const random = new Random(seed);
	const lines: string[] = [];
	const comments: TrueComment[] = [];
	const times = new Map<string, number>();
	let depth = 0;
	for (let i = 0; i < count; i++) {
		if (i === 0 || random.below(12) === 0) {
			lines.push('', `== Question ${i} ==`);
			depth = 0;
		} else depth = random.below(Math.min(depth + 2, 9));
		// A paragraph after a paragraph needs an empty line, or the two are one.
		if (depth === 0)
			lines.push(...random.of<string[]>([[''], ['', '{{outdent}}'], ['', '<!-- a robot was here -->', '']]));
		const mark = Array.from({ length: depth }, () => random.of([':', '*', '#', ':'] as const)).join('');
		const opening = before(random, mark);
		const firstLine = lines.length + 1 + (opening[0] === '{|' ? 1 : 0);
		const author = random.of(names);
		const [hour, minute, day, month] = [random.below(3), random.below(4), 1 + random.below(2), random.below(6)];
		const two = (n: number): string => String(n).padStart(2, '0');
		const timestampISO = `2024-${two(month + 1)}-${two(day)}T${two(hour)}:${two(minute)}:00Z`;
		const time = `${two(hour)}:${two(minute)}, ${day} ${monthNames[month]} 2024 (UTC)`;
		lines.push(...opening, `${mark && `${mark} `}${sentence(random)} ${signature(random, author)} ${time}`);
		const nth = times.get(author + timestampISO) ?? 0;
		times.set(author + timestampISO, nth + 1);
		comments.push({ author, timestampISO, nth, firstLine, lastLine: lines.length });
	}
	return { text: lines.join('\n'), comments };
}
