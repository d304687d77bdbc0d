/** `npm run bench [-- NAME ...] [--json]`: runs the measurements beside this file and prints them with their inputs. */
import { globSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';

export interface Measured {
	what: string;
	value: number;
	/** `×` for a ratio of two things measured in the same run, else `ms`, `bytes`, `per second`, … */
	unit: string;
	/** What went in: sizes, seeds, repetitions, the other side of a ratio. */
	inputs: string;
}

/** Every module in this folder but this one exports one as `bench`. */
export interface Bench {
	name: string;
	summary: string;
	run(): Promise<Measured[]>;
}

const files = globSync('*.ts', { cwd: import.meta.dirname }).filter((file) => file !== basename(import.meta.filename));

async function load(file: string): Promise<Bench[]> {
	const module = (await import(join(import.meta.dirname, file))) as { bench?: Bench };
	return module.bench ? [module.bench] : [];
}

function shown(value: number): string {
	if (value === 0) return '0';
	return Math.abs(value) >= 100 ? Math.round(value).toLocaleString('en') : Number(value.toPrecision(3)).toString();
}

function table(rows: readonly Measured[]): string {
	const values = rows.map(({ value, unit }) => `${shown(value)} ${unit}`);
	const wide = Math.max(...values.map((text) => text.length));
	const what = Math.max(...rows.map((row) => row.what.length));
	return rows.map((row, n) => `  ${row.what.padEnd(what)}  ${values[n]?.padStart(wide)}  ${row.inputs}`).join('\n');
}

function commandLine() {
	try {
		const options = { json: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } } as const;
		return parseArgs({ allowPositionals: true, options });
	} catch (error) {
		console.error(error instanceof Error ? error.message : error);
		process.exit(2);
	}
}

const { values, positionals } = commandLine();
const all = (await Promise.all(files.sort().map(load))).flat();
const unknown = positionals.filter((name) => !all.some((bench) => bench.name === name));
if (values.help) {
	console.log('npm run bench [-- NAME ...] [--json]\n');
	for (const { name, summary } of all) console.log(`  ${name.padEnd(16)}${summary}`);
	process.exit(0);
}
if (unknown.length || !all.length) {
	console.error(
		unknown.length ? `There is no bench named ${unknown.join(', ')}. There are:` : 'There is no bench yet.',
	);
	for (const { name, summary } of all) console.error(`  ${name.padEnd(16)}${summary}`);
	process.exit(2);
}

const results: Record<string, Measured[]> = {};
for (const { name, summary, run } of all) {
	if (positionals.length && !positionals.includes(name)) continue;
	if (!values.json) console.log(`\n${name}: ${summary}`);
	const measured = await run();
	results[name] = measured;
	if (!values.json) console.log(table(measured));
}
if (values.json) console.log(JSON.stringify(results, null, '\t'));
process.exit(0);
