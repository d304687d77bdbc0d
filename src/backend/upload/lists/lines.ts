/** The lines of a stream of bytes, in bunches, with bounded memory whatever is sent. */

/** Longer lines are no entry of any list. */
const longest = 65_536;

/** Lines without their ends, as many at a time as have come; null stands for a line that is too long. */
export async function* linesOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<(string | null)[]> {
	const decoder = new TextDecoder();
	let rest = '';
	let isSkipping = false;
	for await (const part of bytes) {
		const pieces = (rest + decoder.decode(part, { stream: true })).split('\n');
		rest = pieces.pop() ?? '';
		const lines = pieces.map((line) => (line.length > longest ? null : line.replace(/\r$/, '')));
		// The end of a line whose beginning was thrown away.
		if (isSkipping && lines.length > 0) {
			lines[0] = null;
			isSkipping = false;
		}
		if (rest.length > longest) {
			rest = '';
			isSkipping = true;
		}
		if (lines.length > 0) yield lines;
	}
	if (isSkipping) yield [null];
	else if (rest !== '') yield [rest.length > longest ? null : rest];
}
