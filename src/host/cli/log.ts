/** `wikihaven log verify`: whether the cases' logs are whole and as they were written. */
import { parseArgs } from 'node:util';
import type { BackendConfig } from '../../backend/config.ts';
import { openReader } from '../../backend/store/open.ts';
import type { HeadSnapshotTable } from '../../backend/store/log-tables.ts';
import { checkPage } from '../../backend/verify/snapshots.ts';
import type { Fault } from '../../backend/verify/case-log.ts';
import { knownKeys } from '../../backend/verify/keys.ts';
import { verifyStore } from '../../backend/verify/store.ts';
import { readHeads } from '../../backend/wiki/heads-page.ts';
import { liveDirectory } from '../../backend/wiki/live-directory.ts';
import { createWikiApi } from '../../wiki/api.ts';
import { configHelp, configOf, ownVersion } from './backend-config.ts';

export const name = 'log';
export const summary = 'Verifies the logs of the cases.';
export const help = `wikihaven log verify [--config FILE] [--wiki-page]

Reads every case's log in the store and checks that it has no gap, that each entry holds on to the one before, that each is
signed by who it says, that it ends where the report says, and that it fits the daily snapshots. The service may run
meanwhile. Handlers' keys are read from the wikis; entries by keys that are not found there are counted, not refused.

  --wiki-page     also compares the snapshots with each wiki's page for them (wikis[].bot.logPage) and its whole history
${configHelp}
Ends with 0 when everything holds, 1 when something does not, 2 when the command line is wrong.
`;

const words: Readonly<Record<Fault['what'], string>> = {
	unreadable: 'cannot be read',
	gap: 'is not where its number says',
	previous: 'does not hold on to the one before',
	hash: 'was changed since it was written',
	signature: 'is not signed by who it says',
	sealed: 'has another sealed part than it was signed with',
	head: 'does not end where the report says: entries are missing, or were added',
	'snapshot-hash': 'was changed since it was taken',
	'snapshot-gap': 'does not hold on to the one before: one was taken away, or added',
	'snapshot-head': 'was another at the time of a snapshot, or is missing now',
	'page-differs': 'is another on the wiki’s page or in its history',
	'page-more': 'is on the wiki’s page, and not in the store: it was taken away',
};

const faultLine = ({ of, seq, what }: Fault): string => `${of}${seq > 0 ? ` entry ${seq}` : ''} ${words[what]}.\n`;

/** Faults of all pages, and how many could be read; what cannot is told. */
async function pageFaults(config: BackendConfig, snapshots: readonly HeadSnapshotTable[]): Promise<Fault[] | null> {
	const faults: Fault[] = [];
	for (const { base, apiBase, bot } of config.wikis) {
		if (bot?.logPage === undefined) continue;
		const transport = createWikiApi({
			base: apiBase ?? base,
			fetch: (url, init) => fetch(url, init),
			signal: new AbortController().signal,
			credentials: 'omit',
			headers: { 'user-agent': `Wikihaven/${ownVersion()} (backend)` },
		});
		const read = await readHeads(transport, bot.logPage, bot.user);
		if (!read.ok) {
			process.stderr.write(`The page ${bot.logPage} of ${base} cannot be read (${read.problem}).\n`);
			return null;
		}
		faults.push(...checkPage(snapshots, read.value));
	}
	return faults;
}

export async function run([verb, ...args]: string[]): Promise<number> {
	const options = { config: { type: 'string' }, 'wiki-page': { type: 'boolean' } } as const;
	const { values } = parseArgs({ args, options });
	if (verb !== 'verify') {
		process.stderr.write(help);
		return 2;
	}
	const config = configOf(args.filter((arg) => arg !== '--wiki-page'));
	if (!config) return 1;
	const ending = new AbortController();
	const { db, close } = openReader(config.store);
	try {
		const directory = liveDirectory(config.wikis, ownVersion(), Date.now, ending.signal);
		const { keys, missing } = await knownKeys(db, config, directory);
		for (const wiki of missing) process.stderr.write(`${wiki} does not answer: its handlers' keys are not known.\n`);
		const { faults, logs, events, unknown, snapshots } = await verifyStore(db, keys);
		const onPage = values['wiki-page'] ? await pageFaults(config, snapshots) : [];
		for (const fault of [...faults, ...(onPage ?? [])]) process.stdout.write(faultLine(fault));
		const isWhole = onPage !== null && faults.length + onPage.length === 0;
		process.stdout.write(`${logs} logs, ${events} entries, ${snapshots.length} snapshots`);
		process.stdout.write(unknown > 0 ? `; ${unknown} entries by keys that are not known.\n` : '.\n');
		if (isWhole) process.stdout.write('Everything holds.\n');
		return isWhole ? 0 : 1;
	} finally {
		ending.abort();
		await close();
	}
}
