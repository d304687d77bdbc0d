/** Installs the built gadget on a test wiki by the project's own deploy, as an operator does. */
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { run } from '../../build/setup/command.ts';
import { root } from '../../build/setup/folders.ts';
import { deployBot } from './seeds/people.ts';
import type { Wiki } from './start.ts';

/** Runs the deploy command with these options; gives what it printed, throws with it when it fails. */
export async function deployGadget(wiki: Wiki, ...options: string[]): Promise<string> {
	const args = [join(root, 'gadget/deploy.ts'), '--wiki', wiki.api, ...options];
	const env = {
		...process.env,
		WIKIHAVEN_BOT_USER: deployBot.user,
		WIKIHAVEN_BOT_PASSWORD: deployBot.password,
	};
	const done = await run(process.execPath, args, { cwd: root, env });
	if (done.code !== 0) throw new Error(done.stdout + done.stderr);
	return done.stdout;
}

/** Waits until the wiki's pages name the gadget: for some seconds after a deploy they may come from the wiki's caches. */
export async function gadgetIsLive(wiki: Wiki): Promise<void> {
	for (let tries = 0; tries < 200; tries++) {
		const page = await (await fetch(`${wiki.base}/wiki/Special:BlankPage`)).text();
		if (page.includes('"ext.gadget.wikihaven"')) return;
		await sleep(200);
	}
	throw new Error('the wiki does not name the gadget in its pages');
}
