/** How the backend answers on the wire: headers, origins, rates, the panel's files, its document, its log. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { randomText } from '../../src/contract/bytes.ts';
import { routes } from '../../src/contract/routes.ts';
import { startTestBackend, type TestBackend } from './setup/backend.ts';
import { wordsFor } from '../../src/backend/pages/words.ts';
import { makeWorld, type World } from './setup/people.ts';
import { sealedReport } from './setup/sealed.ts';

const chrome = `chrome-extension://${'abcdefghijklmnop'.repeat(2)}`;
const folder = mkdtempSync(join(tmpdir(), 'wikihaven-http-'));
let world: World;
let backend: TestBackend;
let made = 0;
const start = (change: Parameters<typeof startTestBackend>[2] = {}): Promise<TestBackend> =>
	startTestBackend(world, { kind: 'sqlite', path: join(folder, `${++made}.sqlite`) }, change);

beforeAll(async () => {
	mkdirSync(join(folder, 'panel', 'assets'), { recursive: true });
	writeFileSync(join(folder, 'panel', 'panel.html'), '<!doctype html><title>panel</title>');
	writeFileSync(join(folder, 'panel', 'assets', 'panel.js'), 'export {};');
	writeFileSync(join(folder, 'panel', 'notes.txt'), 'not for the world');
	writeFileSync(join(folder, 'secret.json'), '{}');
	world = await makeWorld();
	backend = await start({ panelFolder: join(folder, 'panel'), extensions: { chrome: [chrome], firefox: true } });
});
afterAll(async () => {
	await backend.stop();
	rmSync(folder, { recursive: true, force: true });
});

test('every answer carries the headers, those of problems too', async () => {
	for (const path of [
		'/health',
		'/v1/about',
		'/v1/cases',
		'/nothing',
		'/openapi.json',
		'/verify.html',
		'/panel/panel.html',
	]) {
		const { headers } = await backend.call('GET', path);
		expect(headers.get('x-content-type-options'), path).toBe('nosniff');
		expect(headers.get('referrer-policy'), path).toBe('no-referrer');
		expect(headers.get('content-security-policy'), path).toMatch(/^default-src 'none'/);
		expect(headers.get('cross-origin-opener-policy'), path).toBe('same-origin');
		expect(headers.has('strict-transport-security'), path).toBe(false);
		expect(headers.getSetCookie(), path).toEqual([]);
	}
});

test('over https it insists on it', async () => {
	const secure = await start({ publicOrigin: 'https://haven.test' });
	expect((await secure.call('GET', '/health')).headers.get('strict-transport-security')).toBe('max-age=31536000');
	await secure.stop();
});

test('listed extensions may read answers, also of problems; no other origin may', async () => {
	const moz = 'moz-extension://0a1b2c3d-0000-4000-8000-0123456789ab';
	for (const origin of [chrome, moz]) {
		const asked = await backend.call('OPTIONS', `/v1/reports/${randomText(16)}`, {
			headers: { origin, 'access-control-request-method': 'PUT', 'access-control-request-headers': 'authorization' },
		});
		expect(asked.status).toBe(204);
		expect(asked.headers.get('access-control-allow-origin')).toBe(origin);
		expect(asked.headers.get('access-control-allow-headers')).toMatch(/Authorization/);
		expect(asked.headers.has('access-control-allow-credentials')).toBe(false);
		const answer = await backend.call('GET', '/v1/session', { headers: { origin } });
		expect(answer.status).toBe(401);
		expect(answer.headers.get('access-control-allow-origin')).toBe(origin);
		expect(answer.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
	}
	for (const origin of ['http://a.wiki.test', `chrome-extension://${'p'.repeat(32)}`, 'null', 'moz-extension://x']) {
		const asked = await backend.call('OPTIONS', '/v1/about', { headers: { origin } });
		expect(asked.status).toBe(404);
		const answer = await backend.call('GET', '/v1/about', { headers: { origin } });
		expect(answer.headers.has('access-control-allow-origin'), origin).toBe(false);
		expect(answer.headers.get('vary')).toContain('Origin');
	}
});

test('the panel is served to be framed by the configured wikis alone, and nothing beside its folder is', async () => {
	const page = await backend.call('GET', '/panel/panel.html');
	expect(page.status).toBe(200);
	const policy = page.headers.get('content-security-policy') ?? '';
	expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval'");
	expect(policy.split('; ').at(-1)).toBe('frame-ancestors http://a.wiki.test http://b.wiki.test');
	const script = await backend.call('GET', '/panel/assets/panel.js');
	expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
	const { headers } = script;
	const again = await backend.call('GET', '/panel/assets/panel.js', {
		headers: { 'if-none-match': headers.get('etag') ?? '' },
	});
	expect(again.status).toBe(304);
	const raw = (path: string): Promise<number> =>
		new Promise((status) => {
			// Not fetch: it would tidy the path before sending it.
			request(`${backend.origin}`, { path }, (answer) => status(answer.resume().statusCode ?? 0)).end();
		});
	for (const path of [
		'/panel/../secret.json',
		'/panel/%2e%2e/secret.json',
		'/panel/..%2fsecret.json',
		'/panel/notes.txt',
		'/panel/',
		'/panel/%00.js',
		'/panel/%zz.js',
	])
		expect(await raw(path), path).toBe(404);
});

test('each address may call so often, and is told how long to wait; others go on', async () => {
	const limited = await start({ rates: { read: { points: 3, seconds: 60 } }, trustedProxies: 1 });
	const from = (address: string) =>
		limited.call('GET', '/health', { headers: { 'x-forwarded-for': `6.6.6.6, ${address}` } });
	for (let calls = 0; calls < 3; calls++) expect((await from('192.0.2.1')).status).toBe(200);
	const refused = await from('192.0.2.1');
	expect(refused).toMatchObject({ status: 429, body: { problem: 'rate-limited' } });
	expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
	expect((await from('192.0.2.2')).status).toBe(200);
	for (let calls = 0; calls < 3; calls++) expect((await from(`2001:db8::${calls + 1}`)).status).toBe(200);
	expect((await from('2001:db8:0:0:ffff::9')).status, 'the same network').toBe(429);
	expect((await from('2001:db8:0:1::1')).status, 'the next one').toBe(200);
	await limited.stop();
});

test('what a caller says of its own address counts only behind a proxy of ours', async () => {
	const limited = await start({ rates: { read: { points: 2, seconds: 60 } } });
	const statuses = [];
	for (let calls = 0; calls < 3; calls++)
		statuses.push(
			(await limited.call('GET', '/health', { headers: { 'x-forwarded-for': `192.0.2.${calls}` } })).status,
		);
	expect(statuses).toEqual([200, 200, 429]);
	await limited.stop();
});

test('the rate of reports is another than that of reading', async () => {
	const limited = await start({ rates: { report: { points: 1, seconds: 60 } } });
	const send = async () =>
		(await limited.send(await sealedReport([world.key('Hana').public, world.key('recovery').public]))).status;
	expect([await send(), await send()]).toEqual([200, 429]);
	expect((await limited.call('GET', '/health')).status).toBe(200);
	await limited.stop();
});

test('the OpenAPI document has every route with its schemas', async () => {
	const { body } = await backend.call('GET', '/openapi.json');
	const paths = body['paths'] as Record<string, Record<string, { operationId: string; requestBody?: object }>>;
	expect(body['openapi']).toBe('3.1.0');
	for (const [name, route] of Object.entries(routes)) {
		const operation = paths[route.path.replace(/:(\w+)/g, '{$1}')]?.[route.method.toLowerCase()];
		expect(operation?.operationId).toBe(name);
		expect(Boolean(operation?.requestBody)).toBe('body' in route);
	}
	expect(JSON.stringify(paths['/v1/reports/{id}']?.['put'])).toContain('12000000');
});

test('about names staff and keys, and not who signs in as whom', async () => {
	const { body } = await backend.call('GET', '/v1/about');
	expect(body['staff']).toHaveLength(world.staff.length);
	expect(body['receiptKeys']).toHaveLength(1);
	// A name may be that of an account, as clients compare names; on which wikis they sign in stays unsaid.
	for (const one of body['staff'] as object[])
		expect(Object.keys(one).sort()).toEqual(['confirms', 'key', 'name', 'role']);
});

test('a fault of ours is told as such, and logged by name and place without what it quotes', async () => {
	const broken = await start();
	const quote = 'CanaryInTheErrorMessage';
	const failing = { ...broken.services.directory, config: () => Promise.reject(new RangeError(quote)) };
	Object.assign(broken.services, { directory: failing });
	const answer = await broken.send(await sealedReport([world.key('recovery').public]));
	expect(answer).toMatchObject({ status: 500, body: { problem: 'server-error', params: [] } });
	const log = broken.logged.join('');
	expect(log).toContain('RangeError');
	expect(log).not.toContain(quote);
	await broken.stop();
});

test('the log has method, pattern, status and time of a request, and nothing more', async () => {
	const [from, id] = [backend.logged.length, randomText(16)];
	await backend.call('GET', `/v1/reports/${id}?name=x`, { auth: `Capability ${randomText(32)}` });
	const lines = backend.logged.slice(from).map((line) => JSON.parse(line) as Record<string, unknown>);
	expect(lines).toHaveLength(1);
	expect(lines[0]).toMatchObject({ method: 'GET', route: '/v1/reports/:id', status: 404, msg: 'request' });
	expect(Object.keys(lines[0] ?? {}).sort()).toEqual(['level', 'method', 'ms', 'msg', 'route', 'status', 'time']);
});

test.each([
	[undefined, 'en', 'ltr', 'Check a receipt'],
	['xx-YY, qqq;q=0.9, en;q=0.1', 'en', 'ltr', 'Check a receipt'],
	['../../../package, */*;q=0.5', 'en', 'ltr', 'Check a receipt'],
	['fr-FR, de-AT;q=0.8, en;q=0.5', 'de', 'ltr', 'Eine Quittung prüfen'],
	['en-GB, de;q=0.8', 'en', 'ltr', 'Check a receipt'],
	['de;q=0, es;q=0.1', 'es', 'ltr', 'Comprobar un recibo'],
	['ar-EG', 'ar', 'rtl', 'التحقق من إيصال'],
	['zh-CN,zh;q=0.9', 'zh-hans', 'ltr', '核验回执'],
])('pages speak a language that there is: %s', (header, lang, dir, title) => {
	const words = wordsFor(header);
	expect([words.lang, words.dir, words.say('backend-verify-title')]).toEqual([lang, dir, title]);
});

test('each message of the pages is documented, and the other way round', async () => {
	const { default: en } = await import('../../src/i18n/backend/en.json');
	const { default: qqq } = await import('../../src/i18n/backend/qqq.json');
	expect(Object.keys(qqq).sort()).toEqual(Object.keys(en).sort());
});
