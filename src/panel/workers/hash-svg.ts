/**
 * Whether a drawing (SVG) is one that can be drawn without hanging the panel. As a picture of an <img> it runs no script and
 * loads nothing; what it can still be is endlessly large, by parts that refer to parts, or slow, by some filters.
 */

/** In characters; and parts, each counted as often as it is drawn. */
const longest = 1_000_000;
const mostDrawn = 4000;
const deepest = 200;
/** Characters of a tag (a path, mostly) that weigh as much as one more part. */
const heavy = 500;

interface Part {
	readonly inner: Part[];
	readonly refers: readonly string[];
	readonly own: number;
	/** With all that is drawn for it; null while that is being found out. */
	cost?: number | null;
}

/** What refers to itself is endless. */
function costOf(part: Part, named: ReadonlyMap<string, Part>): number {
	if (part.cost === null) return Infinity;
	if (part.cost !== undefined) return part.cost;
	part.cost = null;
	let cost = part.own;
	for (const inner of part.inner) cost += costOf(inner, named);
	for (const name of part.refers) {
		const target = named.get(name);
		if (target) cost += costOf(target, named);
	}
	return (part.cost = cost);
}

/** Where a tag ends that begins at `from`; quotes may hold what looks like an end. -1 where it does not. */
function endOf(text: string, from: number): number {
	let quote = '';
	for (let at = from; at < text.length; at++) {
		const char = text[at] ?? '';
		if (quote) quote = char === quote ? '' : quote;
		else if (char === '"' || char === "'") quote = char;
		else if (char === '>') return at;
	}
	return -1;
}

function partOf(tag: string): Part {
	const refers = [...tag.matchAll(/(?:href\s*=\s*["']\s*#|url\(\s*["']?#)([^"')\s]+)/gi)].map(([, name = '']) => name);
	return { inner: [], refers, own: 1 + Math.floor(tag.length / heavy) };
}

const ends = [
	['<!--', '-->'],
	['<![CDATA[', ']]>'],
	['<?', '?>'],
] as const;

/** `text` of a file that begins like a drawing. Entities can make any file endless, so that none are read. */
export function isDrawable(text: string): boolean {
	if (text.length > longest || /<!ENTITY|<fe(Turbulence|ConvolveMatrix|Morphology|\w*Lighting)/i.test(text))
		return false;
	const top: Part = { inner: [], refers: [], own: 0 };
	const named = new Map<string, Part>();
	const open = [top];
	for (let at = text.indexOf('<'), count = 0; at >= 0; count++) {
		if (count > mostDrawn * 2 || open.length > deepest) return false;
		const skipped = ends.find(([start]) => text.startsWith(start, at));
		const end = skipped ? text.indexOf(skipped[1], at) : endOf(text, at);
		if (end < 0) return false;
		const tag = text.slice(at, end);
		const next = text.indexOf('<', end);
		// A style sheet's references are everybody's.
		if (/url\(/i.test(skipped ? tag : text.slice(end, next < 0 ? undefined : next))) return false;
		if (tag.startsWith('</')) open.length = Math.max(1, open.length - 1);
		else if (!skipped && !tag.startsWith('<!')) {
			const part = partOf(tag);
			open.at(-1)?.inner.push(part);
			const id = /\bid\s*=\s*["']([^"']+)/i.exec(tag)?.[1];
			if (id !== undefined) named.set(id, part);
			if (!tag.endsWith('/')) open.push(part);
		}
		at = next;
	}
	return costOf(top, named) <= mostDrawn;
}
