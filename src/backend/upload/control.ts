/** The door for the operator's commands: a socket file that only this system user can open, never the network. */
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { chmodSync, existsSync, unlinkSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { formatIds, type FormatId } from './lists/record.ts';
import type { Lists } from './lists/lists.ts';
import type { ListStatus } from './status.ts';

/** Where the socket of a running service lies. */
export const controlSocket = (keyFolder: string): string => join(keyFolder, 'control.sock');

interface Commands {
	readonly lists: Lists;
	status(): Promise<ListStatus[]>;
	/** What a version of a list is the commitment to; null where there is none. */
	open(list: string, version: number): Promise<AsyncIterable<string> | null>;
}

/** What a command answers: lines, or one result; null for a list that is not there or busy. */
async function answerTo(request: IncomingMessage, { lists, status, open }: Commands): Promise<unknown> {
	const url = new URL(request.url ?? '/', 'http://control');
	const [, verb] = url.pathname.split('/');
	const list = url.searchParams.get('list') ?? '';
	const format = formatIds.find((id) => id === url.searchParams.get('format')) satisfies FormatId | undefined;
	if (request.method === 'GET' && verb === 'status') return status();
	if (request.method === 'GET' && verb === 'open') return open(list, Number(url.searchParams.get('version')));
	if (request.method !== 'POST') return null;
	if (verb === 'import') return lists.importFile(list, request, format);
	if (verb === 'fetch') return lists.fetch(list);
	if (verb === 'remove') return lists.remove(list);
	return null;
}

/** True where a service answers at this socket. */
function answers(path: string): Promise<boolean> {
	return new Promise((told) => {
		const probe = connect(path, () => {
			probe.destroy();
			told(true);
		});
		probe.once('error', () => told(false));
	});
}

/** Answers null where another process of this service has the door already: one is enough. */
export async function openControl(path: string, commands: Commands): Promise<{ stop(): Promise<void> } | null> {
	if (existsSync(path)) {
		if (await answers(path)) return null;
		unlinkSync(path);
	}
	const server: Server = createServer((request, response) => {
		const told = (answer: unknown): void => {
			response.statusCode = answer === null ? 404 : 200;
			const isLines = typeof answer === 'object' && answer !== null && Symbol.asyncIterator in answer;
			if (isLines) Readable.from(answer as AsyncIterable<string>).pipe(response);
			else response.end(JSON.stringify(answer));
		};
		answerTo(request, commands).then(told, () => told(null));
	});
	// An import takes as long as it takes.
	server.requestTimeout = 0;
	await new Promise<void>((ready, failed) => {
		server.once('error', failed);
		server.listen(path, ready);
	});
	chmodSync(path, 0o600);
	return {
		stop() {
			server.closeAllConnections();
			return new Promise((done) => server.close(() => done()));
		},
	};
}
