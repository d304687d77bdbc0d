/** The verb `match`: which entries of a hash list pictures come near, in any pipeline and turned or mirrored in any way. */
import { parseArgs } from 'node:util';
import { indexedRadius } from '../../engines/hamming/geometry.ts';
import { loadCore } from '../../engines/pdq/wasm-core.ts';
import { hashFile, oneLine, type FileHashes } from './file-hashes.ts';
import { readHashList, type HashList } from './hash-list.ts';

export const name = 'match';
export const summary = 'Compares pictures with a list of PDQ hashes.';
export const help = `wikihaven match --list FILE [--radius 31] [--json] FILE...

Prints a line for every entry of the list that a picture comes near: the distance, the entry, its line in the list, how the
picture was seen (pipeline and turn) and the file. Views whose hash says nothing (verdict not "usable") are not compared.
  --list FILE    hashes of 64 hexadecimal digits, whatever stands around them; lines that begin with # are left out
  --radius N     the farthest distance, 0 to 256; 31 unless told
  --json         one line a file: {file, compared, matches: [{distance, hash, line, pipeline, turn}]}, with refused (as of
                 the verb hash) where a file gave no hash
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
	const best = new Map<string, Hit>();
	for (const [hash, view] of views) {
		for (const entry of list.search(hash, radius)) {
			const key = `${entry.line} ${entry.hash}`;
			const known = best.get(key);
			if (!known || entry.distance < known.distance) best.set(key, { ...entry, ...view });
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
	const radius = /^\d{1,3}$/.test(values.radius) ? Number(values.radius) : 257;
	if (!values.list || positionals.length === 0 || radius > 256) {
		process.stderr.write(help);
		return 2;
	}
	const say = (text: string, why: string): 1 => {
		process.stderr.write(`match: ${oneLine(text)}: ${why}\n`);
		return 1;
	};
	let list: HashList;
	try {
		list = await readHashList(values.list);
	} catch (error) {
		return say(values.list, error instanceof Error ? error.message : 'cannot be read');
	}
	if (list.skipped > 0) say(values.list, `${list.skipped} lines hold no hash and were left out`);
	if (list.size === 0) return say(values.list, 'there is no hash in it');
	const core = loadCore();
	let code = 0;
	for (const file of positionals) {
		const hashes = await hashFile(core, file);
		const refused = 'refused' in hashes ? { refused: hashes.refused } : {};
		if ('refused' in hashes) code = say(file, hashes.why ?? hashes.refused);
		const views = viewsOf(hashes);
		const matches = hitsOf(list, radius, views);
		const lines = values.json
			? [JSON.stringify({ file, ...refused, compared: views.size, matches })]
			: matches.map((hit) =>
					[hit.distance, hit.hash, hit.line, `${hit.pipeline}/${hit.turn}`, oneLine(file)].join('\t'),
				);
		process.stdout.write(lines.map((line) => `${line}\n`).join(''));
	}
	return code;
}
