/** The verb `hash`: all hashes of picture files, one line a file. */
import { parseArgs } from 'node:util';
import { loadCore } from '../../engines/pdq/wasm-core.ts';
import { hashFile, oneLine, type FileHashes } from './file-hashes.ts';

export const name = 'hash';
export const summary = 'Hashes pictures (PDQ, MD5, SHA-1, SHA-256).';
export const help = `wikihaven hash [--json] FILE...

Prints one line a file: the PDQ hash in full size and after the 512 pixel resize, their quality, the size and the name.
PNG, JPEG, GIF and WebP are read, by what they are, not by their name. Ends with 1 if a file gave no PDQ hash.
  --json   {file, width, height, full: {hash, quality, usable, verdict}, nn512: {…}, variants: {original: {full, nn512},
           rot90ccw, rot180, rot90cw, fliplr, flipud, transpose, antitranspose}, md5, sha1, sha1base36, sha256};
           alphaDropped: {full, nn512} for pictures with transparency (all else is seen on white), damaged: true for
           files that end early or have errors, refused: unknown-format, broken or too-many-pixels in place of the PDQ
           hashes; {file, refused: unreadable} alone where there is no such file
`;

const shown = (hashes: FileHashes): string =>
	'refused' in hashes
		? `${hashes.refused}\t${oneLine(hashes.file)}`
		: [hashes.full, hashes.nn512]
				.map(({ hash, quality, verdict }) => `${hash} ${quality} ${verdict}`)
				.concat(`${hashes.width}x${hashes.height}`, oneLine(hashes.file))
				.join('\t');

export async function run(args: string[]): Promise<number> {
	const { values, positionals } = parseArgs({
		args,
		options: { json: { type: 'boolean', default: false } },
		allowPositionals: true,
	});
	if (positionals.length === 0) {
		process.stderr.write(help);
		return 2;
	}
	const core = loadCore();
	let code = 0;
	for (const file of positionals) {
		const hashes = await hashFile(core, file);
		process.stdout.write(`${values.json ? JSON.stringify({ ...hashes, why: undefined }) : shown(hashes)}\n`);
		if ('refused' in hashes) {
			code = 1;
			process.stderr.write(`hash: ${oneLine(file)}: ${hashes.why ?? hashes.refused}\n`);
		} else if (hashes.damaged) process.stderr.write(`hash: ${oneLine(file)}: damaged, hashed as far as it goes\n`);
	}
	return code;
}
