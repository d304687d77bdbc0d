/** `wikihaven duty`: how long reports waited for a person. */
import { parseArgs } from 'node:util';
import { withSnapshot } from '../../backend/backup/snapshot.ts';
import { firstLooks } from '../../backend/store/first-look.ts';
import { fewest, summarize, type WaitSummary } from '../../domain/report/first-look.ts';
import { configHelp, configOf } from './backend-config.ts';

export const name = 'duty';
export const summary = 'How long reports waited for a person.';
export const help = `wikihaven duty times [--json] [--config FILE]

Prints for each month (UTC) and route in which reports came: how many a handler has come to, and how long half of them, and
nine of ten of them, waited for that. Numbers below ${fewest} are not told. It can be asked while the backend runs.

  --json          a list of {month, route, seen, median, p90}: milliseconds, null where it is not told
${configHelp}`;

/** Hours and minutes. */
function lasting(ms: number | null): string {
	if (ms === null) return '-';
	const minutes = Math.round(ms / 60_000);
	return `${Math.floor(minutes / 60)}h${String(minutes % 60).padStart(2, '0')}m`;
}

function line({ month, route, seen, median, p90 }: WaitSummary): string {
	const count = seen === null ? `<${fewest}` : String(seen);
	return `${month}  ${route.padEnd(14)}${count.padStart(7)}${lasting(median).padStart(11)}${lasting(p90).padStart(11)}\n`;
}

export async function run([verb, ...args]: string[]): Promise<number> {
	const { values } = parseArgs({ args, options: { config: { type: 'string' }, json: { type: 'boolean' } } });
	if (verb !== 'times') {
		process.stderr.write(help);
		return 2;
	}
	const config = configOf(values.config === undefined ? [] : ['--config', values.config]);
	if (!config) return 1;
	const told = summarize(await withSnapshot(config.store, firstLooks));
	if (values.json) process.stdout.write(`${JSON.stringify(told)}\n`);
	else process.stdout.write(`month    route           seen     median        p90\n${told.map(line).join('')}`);
	return 0;
}
