/** The ports of the demo: chosen once and kept, because a wiki or backend on another port is another one to every client. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { demo } from '../setup/folders.ts';
import { missing, ready, type Outcome } from '../setup/outcome.ts';
import { freePort, isFree } from '../setup/ports.ts';

export interface Ports {
	wiki: number;
	backend: number;
	/** The stand-in for Extension:OAuth. */
	oauth: number;
}

const wished: Ports = { wiki: 8310, backend: 8311, oauth: 8312 };
const variables = {
	wiki: 'WIKIHAVEN_PORT_WIKI',
	backend: 'WIKIHAVEN_PORT_BACKEND',
	oauth: 'WIKIHAVEN_PORT_OAUTH',
} as const;
const file = join(demo, 'ports.json');

async function portOf(name: keyof Ports, kept: Partial<Ports>): Promise<Outcome<number>> {
	const variable = variables[name];
	const asked = process.env[variable];
	const port = Number(asked ?? kept[name] ?? wished[name]);
	if (!Number.isInteger(port) || port < 1 || port > 65_535) return missing(`${variable}=${asked} is not a port.`);
	if (await isFree(port)) return ready(port);
	if (asked === undefined && kept[name] === undefined) return ready(await freePort());
	return missing(
		`Port ${port} is in use by another program. End that program, or choose another port with ${variable}=NUMBER.`,
	);
}

/** Ports that are free now; a sentence for each that is not and may not be replaced. */
export async function choosePorts(): Promise<Outcome<Ports>> {
	const kept = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Partial<Ports>) : {};
	const wiki = await portOf('wiki', kept);
	const backend = await portOf('backend', kept);
	const oauth = await portOf('oauth', kept);
	if (!wiki.ok || !backend.ok || !oauth.ok)
		return missing([wiki, backend, oauth].flatMap((one) => (one.ok ? [] : [one.missing])).join('\n'));
	const ports = { wiki: wiki.value, backend: backend.value, oauth: oauth.value };
	mkdirSync(demo, { recursive: true });
	writeFileSync(file, JSON.stringify(ports));
	return ready(ports);
}
