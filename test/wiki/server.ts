/** Starts PHP's built-in web server for one test wiki. */
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startService } from '../../build/setup/service.ts';
import { environment, type WikiPlace } from './php.ts';

const settings = {
	'opcache.enable': '1',
	'opcache.memory_consumption': '256',
	'opcache.max_accelerated_files': '20000',
	'apc.shm_size': '64M',
	upload_max_filesize: '100M',
	post_max_size: '100M',
	memory_limit: '512M',
};

/** Serves the wiki and resolves when it answers; the function it gives ends the server. */
export async function serve(place: WikiPlace): Promise<() => Promise<void>> {
	const root = join(place.folder, 'root');
	const flags = Object.entries(settings).flatMap(([name, value]) => ['-d', `${name}=${value}`]);
	const router = join(import.meta.dirname, 'php', 'router.php');
	const php = startService('php', [...flags, '-S', `127.0.0.1:${place.port}`, '-t', root, router], {
		cwd: root,
		env: { ...environment(place), PHP_CLI_SERVER_WORKERS: '4' },
		log: join(place.folder, 'php.log'),
	});
	let refusal = 'no answer';
	for (let tries = 0; tries < 600 && !php.failure(); tries++) {
		try {
			const answer = await fetch(`http://127.0.0.1:${place.port}/w/api.php?action=query&format=json&meta=siteinfo`);
			const text = await answer.text();
			if (answer.ok && text.startsWith('{')) return () => php.stop();
			refusal = `it answers ${answer.status}: ${text.slice(0, 2000)}`;
			break;
		} catch {
			await sleep(25);
		}
	}
	const reason = php.failure() ?? refusal;
	await php.stop();
	throw new Error(`The wiki on port ${place.port} does not start: ${reason}`);
}
