/** Hash lists as others write them: unusual and valid, or not whole, or made to fill the memory. */
import { expect, test } from 'vitest';
import { readList } from '../../../src/backend/upload/lists/formats.ts';
import { hashesOf, md5, pdq, read, sha256 } from './reading.ts';

test.each([
	['a BOM, capitals, CRLF, empty lines', `\uFEFFValue,Signal_Type\r\n\r\n${pdq.toUpperCase()},PDQ\r\n\r\n`],
	['semicolons and quotes', `"Hash";"Type";"Note"\n"${pdq}";"pdq";"one; or ""two"""\n`],
	['tabs and a column more', `indicator\ttype\tadded\n${pdq}\tHASH_PDQ\t2026-01-01\n`],
	['a column of that kind', `id,PDQ\n1,${pdq}\n`],
	['a comment before the names', `# made up\nhash,algorithm\n${pdq},pdq`],
])('a table as others write it: %s', async (_, text) => {
	for (const size of [1, 10_000]) expect(hashesOf((await read('csv', text, size)).records)).toEqual([`pdq:${pdq}`]);
});

test('a table with a column for each kind of hash gives them all; an empty cell is no error, an empty row is one', async () => {
	const text = `file,MD5,sha256\na.jpg,${md5},${sha256}\nb.jpg,,${sha256}\nc.jpg,,\nd.jpg,${sha256},\n`;
	const found = hashesOf((await read('csv', text)).records);
	expect(found).toEqual([`md5:${md5}`, `sha256:${sha256}`, `sha256:${sha256}`, 'error', 'error']);
});

test('NCMEC v2 with a prefix, CDATA, comments, videos and attributes that are new', async () => {
	const text = `<?xml version="1.0"?><n:queryResult xmlns:n="https://hashsharing.ncmec.org/hashsharing/v2" n:new="1">
<n:images count="0"/><n:videos count="2" maxTimestamp="2026-01-02T00:00:00Z"><n:video lang="x"><n:member id="7" tier="2">M</n:member>
<!-- <n:md5>no</n:md5> --><n:id><![CDATA[one]]></n:id><n:fingerprints><n:md5 checked="true"><![CDATA[${md5.toUpperCase()}]]></n:md5>
<n:tmkPdqf>zz</n:tmkPdqf></n:fingerprints><n:viewable>false</n:viewable></n:video>
<n:deletedVideo><n:member id="7"/><n:id>two</n:id></n:deletedVideo></n:videos></n:queryResult>`;
	const { records, next } = await read('ncmec-v2', text);
	expect(hashesOf(records)).toEqual([`md5:${md5}`, 'unused', 'gone']);
	expect(records[0]).toMatchObject({ source: 'video/7/one' });
	expect(records[2]).toEqual({ type: 'gone', source: 'video/7/two' });
	expect(next).toMatchObject({ page: null });
});

test.each([
	['a text', 'x'.repeat(65_536)],
	['tags within tags', '<image>'.repeat(1_000)],
	['an attribute', `<image a="${'x'.repeat(65_536)}`],
])('no XML can fill the memory: %s without end', async (_, part) => {
	async function* endless(): AsyncGenerator<Uint8Array> {
		yield await Promise.resolve(Buffer.from('<queryResult>'));
		for (;;) yield await Promise.resolve(Buffer.from(part));
	}
	const all = async (): Promise<void> => {
		for await (const some of readList('ncmec-v2', endless()).records) expect(some).toEqual([]);
	};
	await expect(all()).rejects.toThrow();
});

test('an entity is not made longer than it is', async () => {
	const bomb = '<!DOCTYPE q [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><queryResult><images>&b;</images></queryResult>';
	await expect(read('ncmec-v2', bomb)).rejects.toThrow();
});

const entry = { value: pdq, type: 'HASH_PDQ', tags: [{ text: 'x' }], owner: { apps: [{ id: 2 }] }, 'new "key"': null };
const other = { ...entry, type: 'md5', value: md5 };

test.each([1, 9, 100_000])(
	'JSON with keys nobody knows, objects in arrays of an entry, cut into %i bytes',
	async (size) => {
		const lines = [JSON.stringify(entry), 'no JSON at all', JSON.stringify(other)].join('\n');
		expect(hashesOf((await read('threatexchange-json', lines, size)).records)).toEqual([
			`pdq:${pdq}`,
			'error',
			`md5:${md5}`,
		]);
		const whole = JSON.stringify({ paging: {}, data: [entry, other], more: null });
		expect(hashesOf((await read('threatexchange-json', whole, size)).records)).toEqual([`pdq:${pdq}`, `md5:${md5}`]);
	},
);

test('a page with nothing on it keeps its checkpoint and is no error', async () => {
	for (const text of ['{"count":0,"data":[],"after":"c-9"}', '{"after":"c-9","data":[ ]}']) {
		expect(await read('tat-json', text)).toEqual({ records: [], next: { page: 'c-9', newest: 'c-9' } });
	}
	expect(await read('tat-json', '[]')).toEqual({ records: [], next: { page: null, newest: null } });
});

test('JSON that ends early, or is none, is told', async () => {
	const whole = JSON.stringify({ data: [{ hash_digest: md5, algorithm: 'MD5' }], after: 'c-9' });
	for (const text of [
		whole.slice(0, 30),
		whole.slice(0, -1),
		whole.slice(0, -3),
		'<html>down</html>',
		'a,b\n1,2',
		'',
	]) {
		await expect(read('tat-json', text), text).rejects.toThrow();
	}
});
