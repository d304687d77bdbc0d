/** Runs MediaWiki's own maintenance scripts on one test wiki. */
import { join, resolve } from 'node:path';
import { run } from '../../build/setup/command.ts';
import { cache } from '../../build/setup/folders.ts';

/** The extensions of Debian's package that a large wiki has too and that need no other service. */
const extensions = [
	'AbuseFilter',
	'CategoryTree',
	'Cite',
	'CodeEditor',
	'DiscussionTools',
	'Echo',
	'Gadgets',
	'ImageMap',
	'InputBox',
	'Interwiki',
	'Linter',
	'LoginNotify',
	'MultimediaViewer',
	'Nuke',
	'PageImages',
	'ParserFunctions',
	'ReplaceText',
	'TemplateData',
	'TextExtracts',
	'Thanks',
	'TitleBlacklist',
	'VisualEditor',
	'WikiEditor',
];

/** Where one wiki lives: MediaWiki's code (shared), its own folder, its port. */
export interface WikiPlace {
	code: string;
	folder: string;
	port: number;
}

/** The environment by which settings.php and router.php know which wiki they serve. */
export function environment(place: WikiPlace): NodeJS.ProcessEnv {
	return {
		...process.env,
		MW_CONFIG_FILE: join(import.meta.dirname, 'php', 'settings.php'),
		WIKI_CODE: place.code,
		WIKI_FOLDER: place.folder,
		WIKI_PORT: String(place.port),
		WIKI_CACHE: join(cache, 'mediawiki-localisation'),
		WIKI_EXTENSIONS: extensions.join(','),
	};
}

/** Runs a maintenance script (its name, or an absolute path) and gives its standard output; throws with what it said when it fails. */
export async function maintain(place: WikiPlace, script: string, args: readonly string[], input = ''): Promise<string> {
	const done = await run('php', [resolve(place.code, 'maintenance', script), ...args], {
		cwd: place.code,
		env: environment(place),
		input,
	});
	if (done.code !== 0) throw new Error(`${script} failed (${done.code}): ${done.stdout}\n${done.stderr}`);
	return done.stdout;
}

/** Makes the database of a new wiki in an empty folder. The only account is Admin. */
export async function install(place: WikiPlace, password: string): Promise<void> {
	const scratch = join(place.folder, 'install');
	const options = {
		confpath: scratch,
		dbtype: 'sqlite',
		dbpath: join(place.folder, 'data'),
		dbname: 'haven',
		server: `http://127.0.0.1:${place.port}`,
		scriptpath: '/w',
		lang: 'en',
		pass: password,
		skins: 'Vector,MinervaNeue,MonoBook,Timeless',
		extensions: extensions.join(','),
	};
	const args = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]);
	const script = join(place.code, 'maintenance', 'install.php');
	const done = await run('php', [script, ...args, 'Wikihaven test wiki', 'Admin'], { cwd: place.code });
	if (done.code !== 0) throw new Error(`install.php failed: ${done.stdout}\n${done.stderr}`);
}
