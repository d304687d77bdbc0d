/** What the other tests run on is here: each missing program is one failure that says how to get it. */
import { expect, test } from 'vitest';
import { lacks, setUp } from '../../build/setup/main.ts';
import { needs, type NeedId } from '../../build/setup/needs.ts';

const ids = [...(Object.keys(needs) as NeedId[]), 'mediawiki' as const];

test.each(ids)('%s is installed', async (id) => {
	expect(lacks(await setUp([id]))).toEqual([]);
});
