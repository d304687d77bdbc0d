/** The people of the test wiki. All are invented; all have the same password, which opens nothing but a test wiki. */
import { join } from 'node:path';
import { maintain, type WikiPlace } from '../php.ts';

export const password = 'haven-demo-2026';

export interface Seeded {
	name: string;
	groups: readonly string[];
	/** Who this is in the demo, for the person who reads the start's output. */
	role: string;
	/** Whether reports may come to this person. */
	handles?: true;
}

export const people: readonly Seeded[] = [
	{ name: 'Admin', groups: ['sysop', 'bureaucrat', 'interface-admin'], role: 'runs the wiki, installs the gadget' },
	{ name: 'Mira', groups: ['sysop'], role: 'handles reports', handles: true },
	{ name: 'Tomás', groups: ['sysop'], role: 'handles reports', handles: true },
	{ name: 'Oluchi', groups: ['sysop', 'suppress'], role: 'oversighter: reports with private data', handles: true },
	{ name: 'Nadia', groups: ['arbcom'], role: 'arbitrator: reports about admins', handles: true },
	{ name: 'Ivo', groups: ['arbcom'], role: 'arbitrator: reports about admins', handles: true },
	{ name: 'Ana', groups: [], role: 'editor' },
	{ name: 'Bo', groups: [], role: 'editor, rude at times' },
	{ name: 'Chen', groups: [], role: 'editor' },
	{ name: 'Dina', groups: [], role: 'editor, writes Arabic' },
	{ name: 'Emeka', groups: [], role: 'editor' },
	{ name: 'Basil', groups: [], role: 'blocked' },
];

/** A bot password of Admin with the grants that installing a gadget needs. MediaWiki takes 0-9 and a-w only. */
export const deployBot = { user: 'Admin@deploy', password: 'wikihavendemo2026gadgetinstaller' };

/** The address of a seeded person: confirmed, and its mail lands in the wiki's mail folder. */
export function mailOf(name: string): string {
	return `${encodeURIComponent(name).replaceAll('%', '')}@wiki.example`;
}

/** Makes accounts with the password of all and a confirmed address; those that exist get both anew. */
export async function makeAccounts(
	place: WikiPlace,
	accounts: readonly { name: string; groups: readonly string[] }[],
): Promise<void> {
	const wanted = accounts.map(({ name, groups }) => ({ name, groups, password, email: mailOf(name) }));
	await maintain(place, join(import.meta.dirname, '..', 'php', 'accounts.php'), [], JSON.stringify(wanted));
}

export async function seedPeople(place: WikiPlace): Promise<void> {
	await makeAccounts(place, people);
	const grants = 'basic,editpage,createeditmovepage,editinterface,editsiteconfig';
	await maintain(place, 'createBotPassword.php', [
		'--appid',
		'deploy',
		'--grants',
		grants,
		'Admin',
		deployBot.password,
	]);
}
