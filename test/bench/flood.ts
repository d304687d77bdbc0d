/** How long a report by token and an emergency wait for their receipts, alone and while ten thousand anonymous ones come. */
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { randomText, toBase64Url } from '../../src/contract/bytes.ts';
import type { SealedReport } from '../../src/contract/report.ts';
import type { Standing } from '../../src/contract/standing.ts';
import { openTokenKeys } from '../../src/backend/standing/token-keys.ts';
import type { StoreConfig } from '../../src/backend/store/open.ts';
import { blind, finalize, readTokenKey } from '../../src/keeper/standing/blind.ts';
import { killableBackend } from '../backend/setup/killable.ts';
import type { World } from '../backend/setup/people.ts';
import type { Measured } from './main.ts';

const flood = 10_000;
/** Anonymous senders at once, each waiting for its receipt. */
const senders = 64;

/** Milliseconds until the receipt is there. */
function put(agent: Agent, origin: string, id: string, report: SealedReport, standing: Standing): Promise<number> {
	const body = JSON.stringify({ ...report, standing });
	const began = performance.now();
	return new Promise((took, fail) => {
		const headers = {
			authorization: `Capability ${randomText(32)}`,
			'content-type': 'application/json',
			'content-length': body.length,
		};
		const sent = request(`${origin}/v1/reports/${id}`, { method: 'PUT', agent, headers }, (answer) => {
			if (answer.statusCode !== 200) fail(new Error(`the backend answered ${answer.statusCode}`));
			answer.resume().on('end', () => took(performance.now() - began));
		});
		sent.on('error', fail).end(body);
	});
}

/** The backend of a test asks for no work: what it costs its senders is not what is measured. */
const worked: Standing = { by: 'work', nonce: '0' };

/** Signed with the backend's own key, as a signed-in client would get them. */
async function tokensOf(folder: string, count: number): Promise<Standing[]> {
	const signer = await openTokenKeys(join(folder, 'keys'), Date.now).current();
	const key = await readTokenKey(signer.spki);
	const tokens: Standing[] = [];
	while (tokens.length < count) {
		const made = await blind(key);
		const signature = await finalize(key, made, signer.blindSign(made.blinded) ?? new Uint8Array(0));
		if (!signature) throw new Error('no token');
		const [message, signed] = [made.message, signature].map(toBase64Url);
		tokens.push({ by: 'token', key: signer.id, message: message ?? '', signature: signed ?? '' });
	}
	return tokens;
}

function rows(kind: string, what: string, waits: number[], inputs: string): Measured[] {
	const sorted = waits.sort((a, b) => a - b);
	const at = (part: number): number => Math.round((sorted[Math.floor(sorted.length * part)] ?? 0) * 10) / 10;
	const told = `${sorted.length} reports; ${inputs}`;
	return [
		{ what: `${kind}: ${what}, p50`, value: at(0.5), unit: 'ms', inputs: told },
		{ what: `${kind}: ${what}, p95`, value: at(0.95), unit: 'ms', inputs: told },
	];
}

export async function measureFlood(
	world: World,
	store: StoreConfig,
	folder: string,
	report: SealedReport,
): Promise<Measured[]> {
	const backend = await killableBackend(world, store, folder).start();
	const [crowd, single] = [new Agent({ keepAlive: true, maxSockets: senders }), new Agent({ keepAlive: true })];
	const emergency: SealedReport = { ...report, route: 'threat' };
	const tokens = await tokensOf(folder, 400);
	const waits = { token: [] as number[], threat: [] as number[], crowd: [] as number[] };
	/** One after the other, as people send: one by token, then an emergency without any. */
	async function pair(): Promise<void> {
		const standing = tokens.pop();
		if (!standing) throw new Error('too few tokens');
		waits.token.push(await put(single, backend.origin, randomText(16), report, standing));
		waits.threat.push(await put(single, backend.origin, randomText(16), emergency, worked));
	}
	for (let count = 0; count < 100; count++) await pair();
	const alone = [
		...rows(store.kind, 'receipt by token, nothing else going on', waits.token.splice(0), 'over HTTP'),
		...rows(store.kind, 'receipt of an emergency, nothing else going on', waits.threat.splice(0), 'over HTTP'),
	];
	let left = flood;
	const sender = async (): Promise<void> => {
		while (left-- > 0) waits.crowd.push(await put(crowd, backend.origin, randomText(16), report, worked));
	};
	const crowded = Promise.all(Array.from({ length: senders }, sender));
	while (waits.crowd.length < flood - senders) {
		await pair();
		await new Promise((next) => setTimeout(next, 50));
	}
	await crowded;
	for (const agent of [crowd, single]) agent.destroy();
	await backend.stop();
	const inputs = `beside ${flood} anonymous reports from ${senders} senders at once, all on one machine`;
	return [
		...alone,
		...rows(store.kind, 'receipt by token in the flood', waits.token, inputs),
		...rows(store.kind, 'receipt of an emergency in the flood', waits.threat, inputs),
		...rows(store.kind, 'receipt of an anonymous one in the flood', waits.crowd, inputs),
	];
}
