/** Which kept quotes the wiki has taken from the asker since, in the answers that api.php gives. */
import { expect, test } from 'vitest';
import { readSuppressed } from '../../../src/wiki/suppressed.ts';
import type { WikiTransport } from '../../../src/wiki/transport.ts';

test('suppressed text is told of to who may not read it; what only administrators hid, or the asker may read, is not', async () => {
	const revisions = [
		{ revid: 1, sha1: 'a' },
		{ revid: 2, sha1hidden: true, sha1: 'b', suppressed: true },
		{ revid: 3, sha1hidden: true },
		{ revid: 4, sha1hidden: true, suppressed: true },
	];
	const asked: unknown[] = [];
	/** Stands in for a wiki where each of these was done. */
	const wiki: WikiTransport = (request) => {
		asked.push(request);
		return Promise.resolve({ ok: true, value: { query: { pages: [{ revisions }] } } });
	};
	expect(await readSuppressed(wiki, [1, 2, 3, 4])).toEqual({ ok: true, value: [4] });
	expect(asked).toMatchObject([{ params: { revids: '1|2|3|4' } }]);
});

test('revisions that are gone, or a wiki without any of them, say nothing', async () => {
	const wiki: WikiTransport = () => Promise.resolve({ ok: true, value: { query: { badrevids: { 9: {} } } } });
	expect(await readSuppressed(wiki, [9])).toEqual({ ok: true, value: [] });
});
