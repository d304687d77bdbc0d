/** The demo's staff: keys made on this machine once, their secret halves in a folder only the owner reads. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../setup/command.ts';
import { demo, root } from '../setup/folders.ts';

const roles = {
	recovery: 'Recovery key of this machine',
	safety: 'Demo safety staff',
	'child-safety': 'Demo child safety staff',
};

/** One entry for `staff` in the backend's configuration, as the command line makes it for any operator. */
async function made(role: string, name: string, folder: string): Promise<unknown> {
	const secret = join(folder, `${role}.age`);
	rmSync(secret, { force: true });
	const args = ['key', 'new', '--role', role, '--name', name, '--out', secret];
	const done = await run(process.execPath, [join(root, 'src/host/cli/main.ts'), ...args], { cwd: root });
	if (done.code !== 0) throw new Error(`wikihaven key new failed: ${done.stderr}`);
	return JSON.parse(done.stdout);
}

/** The staff entries, made on the first start. */
export async function demoStaff(): Promise<unknown[]> {
	const folder = join(demo, 'keys');
	const file = join(folder, 'staff.json');
	if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as unknown[];
	mkdirSync(folder, { recursive: true, mode: 0o700 });
	const staff = await Promise.all(Object.entries(roles).map(([role, name]) => made(role, name, folder)));
	writeFileSync(file, JSON.stringify(staff, null, '\t'));
	return staff;
}
