/** Starts Debian's WebKitGTK for tests: a display nobody sees, the WebDriver, and one browser window without a past. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Builder, type WebDriver } from 'selenium-webdriver';
import { freePort } from '../../build/setup/ports.ts';
import { startService, type Service } from '../../build/setup/service.ts';
import { miniBrowser } from '../../build/setup/webkit.ts';

export interface WebKit {
	readonly driver: WebDriver;
	stop(): Promise<void>;
}

async function until<T>(what: string, service: Service, look: () => Promise<T | undefined>): Promise<T> {
	for (let tries = 0; tries < 400 && !service.failure(); tries++) {
		const found = await look();
		if (found !== undefined) return found;
		await sleep(50);
	}
	throw new Error(`${what} does not start: ${service.failure() ?? 'no answer'}`);
}

/** Xvfb chooses a free display itself and prints its number. */
async function startDisplay(folder: string): Promise<{ service: Service; display: string }> {
	const log = join(folder, 'display.log');
	const args = ['-displayfd', '1', '-screen', '0', '1280x1000x24', '-nolisten', 'tcp'];
	const service = startService('Xvfb', args, { cwd: folder, log });
	const display = await until('Xvfb', service, async () => /^(\d+)\n/m.exec(readFileSync(log, 'utf8'))?.[1]);
	return { service, display: `:${display}` };
}

async function startDriver(folder: string, display: string): Promise<{ service: Service; url: string }> {
	const port = await freePort();
	const url = `http://127.0.0.1:${port}`;
	const service = startService('WebKitWebDriver', [`--port=${port}`], {
		cwd: folder,
		log: join(folder, 'driver.log'),
		env: {
			...process.env,
			DISPLAY: display,
			// Everything a desktop program keeps goes with this folder.
			HOME: folder,
			XDG_RUNTIME_DIR: folder,
			GDK_BACKEND: 'x11',
			GTK_A11Y: 'none',
			NO_AT_BRIDGE: '1',
			LIBGL_ALWAYS_SOFTWARE: '1',
			WEBKIT_DISABLE_COMPOSITING_MODE: '1',
		},
	});
	await until('WebKitWebDriver', service, async () => {
		const answer = await fetch(`${url}/status`).catch(() => undefined);
		await answer?.arrayBuffer();
		return answer?.ok || undefined;
	});
	return { service, url };
}

/** Each start is somebody's first visit: an automated session keeps nothing on the disk. */
export async function launchWebKit(): Promise<WebKit> {
	const binary = miniBrowser();
	if (!binary) throw new Error('WebKitGTK is missing: apt-get install webkit2gtk-driver xvfb');
	const folder = mkdtempSync(join(tmpdir(), 'wikihaven-webkit-'));
	const display = await startDisplay(folder);
	const server = await startDriver(folder, display.display);
	const driver = await new Builder()
		.usingServer(server.url)
		.withCapabilities({
			browserName: 'MiniBrowser',
			'webkitgtk:browserOptions': { binary, args: ['--automation'] },
		})
		.build();
	return {
		driver,
		async stop() {
			await driver.quit().catch(() => undefined);
			await server.service.stop();
			await display.service.stop();
			rmSync(folder, { recursive: true, force: true });
		},
	};
}
