/** Hash lists as they come: every format, cut anywhere, with errors in them. */
import { expect, test } from 'vitest';
import { junkOf } from '../../../src/domain/upload/junk.ts';
import { hashesOf, md5, pdq, read, sha256 } from './reading.ts';

const sha1 = '01234567'.repeat(5);

const ncmec = `<?xml version="1.0" encoding="UTF-8"?>
<queryResult xmlns="https://hashsharing.ncmec.org/hashsharing/v2">
<images count="2" maxTimestamp="2026-01-02T00:00:00Z"><image><member id="7">Some &amp; Member</member>
<timestamp>2026-01-01T00:00:00Z</timestamp><id>one</id><classification>A1</classification>
<fingerprints><md5>${md5.toUpperCase()}</md5><sha1>${sha1}</sha1><pdna>zz</pdna><pdq>${pdq}</pdq><md5>short</md5></fingerprints>
<feedback><affirmativeFeedback type="Md5"><members><member id="8">A</member><member id="9">B</member></members></affirmativeFeedback>
<negativeFeedback type="Sha1"><reasons><members><member id="8">A</member></members></reasons></negativeFeedback></feedback></image>
<deletedImage><member id="7">M</member><id>two</id></deletedImage></images>
<paging><next>/v2/entries?start=1001&amp;size=1000</next></paging></queryResult>`;

test.each([1, 13, 100_000])('NCMEC v2, cut into pieces of %i bytes', async (size) => {
	const { records, next } = await read('ncmec-v2', ncmec, size);
	expect(hashesOf(records)).toEqual([`md5:${md5}`, `sha1:${sha1}`, 'unused', `pdq:${pdq}`, 'error', 'gone']);
	expect(records[0]).toMatchObject({ source: 'image/7/one', label: 'A1', votesFor: 2, votesAgainst: 0 });
	expect(records[1]).toMatchObject({ votesFor: 0, votesAgainst: 1 });
	expect(records[5]).toEqual({ type: 'gone', source: 'image/7/two' });
	expect(next).toEqual({ page: '/v2/entries?start=1001&size=1000', newest: '2026-01-02T00:00:00Z' });
});

test('what is no XML, or ends early, is told as an error', async () => {
	await expect(read('ncmec-v2', '<html><p>down</html>')).rejects.toThrow();
	await expect(read('ncmec-v2', ncmec.slice(0, 700))).rejects.toThrow();
});

test.each([1, 9, 100_000])('Tech Against Terrorism JSON: tombstones, checkpoint, cut into %i bytes', async (size) => {
	const entries = [
		{ hash_digest: sha256, algorithm: 'SHA256', ideology: 'far-right', file_type: 'image', deleted: false, id: 4 },
		{ hash_digest: md5, algorithm: 'MD5', deleted: true, note: 'br[a}c"ket{s', tags: ['x', 'y'] },
		{ hash_digest: 'ab', algorithm: 'SHA512' },
	];
	const { records, next } = await read('tat-json', JSON.stringify({ count: 3, data: entries, after: 'c-12' }), size);
	expect(hashesOf(records)).toEqual([`sha256:${sha256}`, 'gone', 'unused']);
	expect(records[0]).toMatchObject({ label: 'far-right, image', source: '4' });
	expect(records[1]).toMatchObject({ kind: 'md5', hex: md5 });
	expect(next).toMatchObject({ page: 'c-12' });
	const plain = await read('tat-json', JSON.stringify(entries), size);
	expect(hashesOf(plain.records)).toEqual([`sha256:${sha256}`, 'gone', 'unused']);
	expect(plain.next).toMatchObject({ page: null });
});

test('ThreatExchange: CSV with names in any order, JSON as an array and one object a line', async () => {
	const table = `value,signal_type,"quality"\n${pdq},"pdq",81\n${md5},video_md5,\n"broken, really",pdq,1\n`;
	expect(hashesOf((await read('threatexchange-csv', table)).records)).toEqual([`pdq:${pdq}`, `md5:${md5}`, 'error']);
	const objects = [
		{ signalType: 'ImagePDQ', signalValue: pdq, quality: 81, upvotes: 3, tags: ['a', 'b'] },
		{ signal_type: 'md5', value: md5, status: 'DELETED' },
	];
	for (const text of [JSON.stringify(objects, null, 2), objects.map((one) => JSON.stringify(one)).join('\n')]) {
		const { records } = await read('threatexchange-json', text);
		expect(records[0]).toMatchObject({ type: 'hash', kind: 'pdq', quality: 81, votesFor: 3 });
		expect(records[1]).toMatchObject({ type: 'gone', kind: 'md5' });
	}
});

test('plain lists: bare hashes by their length, comments, other columns, what is no hash, lines without end', async () => {
	expect(hashesOf((await read('csv', `oops\n${pdq}`)).records), 'no line of names').toEqual(['error', `pdq:${pdq}`]);
	const text = `# a list\n${pdq}\n${sha1}\r\n\n${sha256},sha256,x\nnothing\n${'y'.repeat(200_000)}\n${md5}`;
	const { records } = await read('csv', text, 10_000);
	expect(hashesOf(records)).toEqual([`pdq:${pdq}`, `sha1:${sha1}`, `sha256:${sha256}`, 'error', 'error', `md5:${md5}`]);
});

test.each([
	['zero', 'pdq', '0'.repeat(64), null],
	['zero', 'md5', '0'.repeat(32), null],
	['degenerate', 'pdq', 'f'.repeat(64), null],
	['degenerate', 'pdq', `${'f'.repeat(32)}${'0'.repeat(32)}`, null],
	['degenerate', 'pdq', `${'0'.repeat(50)}${'f'.repeat(14)}`, 90],
	['low-quality', 'pdq', pdq, 49],
	['blank', 'md5', 'd41d8cd98f00b204e9800998ecf8427e', null],
	[null, 'pdq', pdq, 50],
	[null, 'pdq', pdq, null],
	[null, 'sha256', sha256, null],
] as const)('quarantine: %s for %s %s of quality %s', (junk, kind, hex, quality) => {
	expect(junkOf(kind, hex, quality)).toBe(junk);
});
