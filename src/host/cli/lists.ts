/** The verb `lists`: brings hash lists into a running backend, shows how they stand, takes them out. */
import { open } from 'node:fs/promises';
import { request } from 'node:http';
import { parseArgs } from 'node:util';
import { checkingOf } from '../../backend/upload/config.ts';
import { controlSocket } from '../../backend/upload/control.ts';
import type { Imported } from '../../backend/upload/lists/lists.ts';
import { formatIds } from '../../backend/upload/lists/record.ts';
import type { Trouble } from '../../backend/upload/lists/source.ts';
import { configHelp, configOf } from './backend-config.ts';

export const name = 'lists';
export const summary = 'Imports hash lists, shows how they stand, removes them.';
export const help = `wikihaven lists import --list ID [--format FORMAT] [FILE]
wikihaven lists status
wikihaven lists remove --list ID
wikihaven lists open --list ID --version N

import   takes in a file ("-" is standard input), or without one asks the list's configured source, from where it was left
status   one line of JSON a list: its state, version, how many hashes are matched and in quarantine, the last import
remove   withdraws every hash of a list
open     shows an auditor what a version in the public log is the commitment to, a line of JSON a leaf: SHA-256 over a zero
         byte, the salt and the text is the leaf; RFC 6962 section 2.1 says how leaves make the root

The lists themselves, with their agreements, stand in the backend's configuration under "upload". The command speaks to the
running backend on this machine (wikihaven serve). It ends with 1 where an import broke off; what came before is kept.

  --list ID       a list of the configuration
  --version N     a version of the list
  --format NAME   ${formatIds.join(', ')}; the configured one unless told
${configHelp}`;

interface Told {
	readonly status: number;
	/** JSON, or lines of it. */
	readonly text: string;
}

/** Asks the running backend; rejects where there is none. */
function ask(socketPath: string, method: string, path: string, body?: NodeJS.ReadableStream): Promise<Told> {
	return new Promise((told, failed) => {
		const sent = request({ socketPath, method, path }, (answer) => {
			let text = '';
			answer.setEncoding('utf8');
			answer.on('data', (part: string) => (text += part));
			answer.on('end', () => told({ status: answer.statusCode ?? 0, text }));
		});
		sent.on('error', failed);
		if (!body) return void sent.end();
		body.on('error', (error) => sent.destroy(error instanceof Error ? error : new Error('unreadable')));
		body.pipe(sent);
	});
}

const reasons: Readonly<Record<Trouble, string>> = {
	empty: 'there is no entry in it',
	format: 'no entry of it can be read in this format: see --format',
	broken: 'it is damaged, ends early or is of another format (see --format); what came before is kept',
	stalled: 'its source fell silent; what came before is kept, and it goes on from there the next time',
	repeats: 'its source gives the same page again and again; what came before is kept',
	refused: 'its source refuses: see its login in the configuration',
	unreachable: 'its source cannot be reached, or broke off; what came before is kept',
	'no-source': 'it has no source in the configuration: name a file',
};

function say(text: string): 1 {
	process.stderr.write(`lists: ${text}\n`);
	return 1;
}

/** What is wrong with a command; null where nothing is. */
function wrongIn(verb: string, { list, version }: { list?: string; version?: string }, files: string[]): string | null {
	if (verb === '') return 'say what to do';
	if (!['import', 'status', 'remove', 'open'].includes(verb)) return `there is nothing called "${verb}"`;
	const [extra] = files.slice(verb === 'import' ? 1 : 0);
	if (verb === 'status' && (list ?? extra) !== undefined) return 'status shows all lists: say nothing behind it';
	if (verb !== 'status' && list === undefined) return 'say which list: --list ID';
	if ((verb === 'open') !== (version !== undefined)) return 'open, and nothing else, wants --version N';
	return extra === undefined ? null : `"${extra}" is too much`;
}

export async function run([verb = '', ...args]: string[]): Promise<number> {
	const text = { type: 'string' } as const;
	const { values, positionals } = parseArgs({
		args,
		options: { config: text, list: text, format: text, version: text },
		allowPositionals: true,
	});
	const wrong = wrongIn(verb, values, positionals);
	if (wrong !== null) {
		process.stderr.write(help);
		say(wrong);
		return 2;
	}
	if (!formatIds.some((id) => id === (values.format ?? id))) {
		say(`there is no format "${values.format ?? ''}": ${formatIds.join(', ')}`);
		return 2;
	}
	const config = configOf(values.config === undefined ? [] : ['--config', values.config]);
	if (!config) return 1;
	if (!checkingOf(config.upload)) {
		return say('hash checking is off: set upload.legalContact, and upload.lists with an agreement and its class');
	}
	const [file] = positionals;
	const path = verb === 'import' && file === undefined ? '/fetch' : `/${verb}`;
	const query = new URLSearchParams({
		list: values.list ?? '',
		...(values.format === undefined ? {} : { format: values.format }),
		...(values.version === undefined ? {} : { version: values.version }),
	});
	try {
		// Before anything is asked for: a file that is not there is no import that broke off.
		const opened = file === undefined || file === '-' ? undefined : await open(file);
		if ((await opened?.stat())?.isDirectory()) return say(`${file ?? ''} is a folder`);
		const body = file === '-' ? process.stdin : opened?.createReadStream();
		const socket = controlSocket(config.keyFolder);
		const method = verb === 'status' || verb === 'open' ? 'GET' : 'POST';
		const told = await ask(socket, method, `${path}?${query.toString()}`, body);
		if (told.status !== 200) {
			const version = verb === 'open' ? ` with a version ${values.version ?? ''}` : '';
			return say(`there is no list "${values.list ?? ''}" in use${version}, or it is busy`);
		}
		// What is shown of a version is lines already; of the rest each thing is made one.
		const all: unknown = verb === 'open' ? null : JSON.parse(told.text);
		const lines = Array.isArray(all) ? all : [all];
		const shown = verb === 'open' ? told.text : lines.map((line) => `${JSON.stringify(line)}\n`).join('');
		process.stdout.write(shown);
		const [first] = lines as Imported[];
		return verb === 'import' && first && !first.ok ? say(reasons[first.why]) : 0;
	} catch (error) {
		const code = error instanceof Error && 'code' in error ? String(error.code) : '';
		const isFile = error instanceof Error && 'path' in error && error.path === file;
		if (isFile && file !== undefined) return say(`${file} cannot be read (${code})`);
		return say('the backend does not answer: start it with `wikihaven serve`, and run this on the same machine');
	}
}
