/** The verb `match`: which entries of a hash list pictures come near, in any pipeline and turned or mirrored in any way. */
import { parseArgs } from 'node:util';
import { indexedRadius } from '../../engines/hamming/geometry.ts';
import { loadCore } from '../../engines/pdq/wasm-core.ts';
import { hashFile, type FileHashes } from './file-hashes.ts';
import { readHashList, type HashList } from './hash-list.ts';

export const name = 'match';
export const summary = 'Compares pictures with a list of PDQ hashes.';
export const help = `wikihaven match --list FILE [--radius 31] [--json] FILE...

Prints a line for every entry of the list that a picture comes near: the distance, the entry, its line in the list, how the
picture was seen (pipeline and turn) and the file. Views whose hash says nothing (verdict not "usable") are not compared.
  --list FILE    a hash of 64 hexadecimal digits on every line; other columns may stand around it
  --radius N     the farthest distance, 0 to 256; 31 unless told
  --json         one line a file: {file, compared, matches: [{distance, hash, line, pipeline, turn}]}
`;

interface Hit {
	distance: number;
	hash: string;
	line: number;
	pipeline: string;
	turn: string;
}

/** The views of a picture that can be compared, each hash once. */
function viewsOf(hashes: FileHashes): Map<string, { pipeline: string; turn: string }> {
	const views = new Map<string, { pipeline: string; turn: string }>();
	if ('refused' in hashes) return views;
	const pairs = [
		...Object.entries(hashes.variants),
		...(hashes.alphaDropped ? [['alphaDropped', hashes.alphaDropped] as const] : []),
	];
	for (const [turn, pair] of pairs) {
		for (const pipeline of ['full', 'nn512'] as const) {
			const { hash, usable } = pair[pipeline];
			if (usable && !views.has(hash)) views.set(hash, { pipeline, turn });
		}
	}
	return views;
}

/** The nearest view for every entry within the radius, the nearest entry first. */
function hitsOf(list: HashList, radius: number, views: ReturnType<typeof viewsOf>): Hit[] {
	const best = new Map<number, Hit>();
	for (const [hash, view] of views) {
		for (const entry of list.search(hash, radius)) {
			const known = best.get(entry.line);
			if (!known || entry.distance < known.distance) best.set(entry.line, { ...entry, ...view });
		}
	}
	return [...best.values()].sort((a, b) => a.distance - b.distance || a.line - b.line);
}

export async function run(args: string[]): Promise<number> {
	const { values, positionals } = parseArgs({
		args,
		options: {
			list: { type: 'string' },
			radius: { type: 'string', default: String(indexedRadius) },
			json: { type: 'boolean', default: false },
		},
		allowPositionals: true,
	});
	const radius = Number(values.radius);
	if (!values.list || positionals.length === 0 || !Number.isInteger(radius) || radius < 0 || radius > 256) {
		process.stderr.write(help);
		return 2;
	}
	const say = (text: string, error: unknown): 1 => {
		process.stderr.write(`match: ${text}: ${error instanceof Error ? error.message : String(error)}\n`);
		return 1;
	};
	let list: HashList;
	try {
		list = await readHashList(values.list);
	} catch (error) {
		return say(values.list, error);
	}
	if (list.skipped > 0) say(values.list, `${list.skipped} lines hold no hash and were left out`);
	const core = loadCore();
	let code = 0;
	for (const file of positionals) {
		try {
			const hashes = await hashFile(core, file);
			if ('refused' in hashes) code = say(file, hashes.refused);
			const views = viewsOf(hashes);
			const matches = hitsOf(list, radius, views);
			const lines = values.json
				? [JSON.stringify({ file, compared: views.size, matches })]
				: matches.map((hit) => [hit.distance, hit.hash, hit.line, `${hit.pipeline}/${hit.turn}`, file].join('\t'));
			process.stdout.write(lines.map((line) => `${line}\n`).join(''));
		} catch (error) {
			code = say(file, error);
		}
	}
	return code;
}
