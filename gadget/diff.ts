/** What would change on a page, line by line, for a person to read before it is saved. */

/** Beyond this the minified code would only fill the terminal. */
const widest = 160;
const most = 40;

/** Lengths of the longest common subsequence of each pair of tails: `table[i][j]` of `a[i…]` and `b[j…]`. */
function commonTails(a: readonly string[], b: readonly string[]): Uint32Array[] {
	const table = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1));
	for (let i = a.length - 1; i >= 0; i--) {
		for (let j = b.length - 1; j >= 0; j--) {
			const row = table[i];
			const below = table[i + 1];
			if (row && below) row[j] = a[i] === b[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0);
		}
	}
	return table;
}

/** `-` and `+` lines, cut to the width of a terminal; empty when nothing changes. */
export function diffLines(before: string, after: string): string[] {
	const a = before === '' ? [] : before.split('\n');
	const b = after.split('\n');
	const table = commonTails(a, b);
	const lines: string[] = [];
	let i = 0;
	let j = 0;
	while (i < a.length || j < b.length) {
		if (i < a.length && j < b.length && a[i] === b[j]) {
			i++;
			j++;
		} else if (j >= b.length || (i < a.length && (table[i + 1]?.[j] ?? 0) >= (table[i]?.[j + 1] ?? 0)))
			lines.push(`- ${a[i++]}`);
		else lines.push(`+ ${b[j++]}`);
	}
	const shown = lines.slice(0, most).map((line) => (line.length > widest ? `${line.slice(0, widest)}…` : line));
	return lines.length > most ? [...shown, `  … and ${lines.length - most} more lines`] : shown;
}
