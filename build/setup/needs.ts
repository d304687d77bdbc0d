/** The programs outside npm that the demo and the tests use: how to see that one is there, and Debian's packages for it. */
import { existsSync, readdirSync } from 'node:fs';
import { has, run } from './command.ts';
import { miniBrowser } from './webkit.ts';

export interface Need {
	/** What it is called towards the person. */
	name: string;
	packages: readonly string[];
	present: () => Promise<boolean>;
}

async function installed(packages: readonly string[]): Promise<boolean> {
	const { stdout } = await run('dpkg-query', ['-W', '-f', '${Status}\n', ...packages]);
	return stdout.split('\n').filter((line) => line === 'install ok installed').length === packages.length;
}

const phpModules = ['apcu', 'curl', 'gd', 'intl', 'mbstring', 'pdo_sqlite', 'xml', 'zend opcache'];

async function phpIsThere(): Promise<boolean> {
	const { code, stdout } = await run('php', ['-m']);
	const modules = stdout.toLowerCase().split('\n');
	return code === 0 && phpModules.every((name) => modules.includes(name)) && (await has('diff3'));
}

/** Debian keeps the server's programs out of the PATH, in a folder for each version. */
function postgresIsThere(): boolean {
	const folder = '/usr/lib/postgresql';
	return existsSync(folder) && readdirSync(folder).some((version) => existsSync(`${folder}/${version}/bin/postgres`));
}

// Dejavu has Arabic; the other two are the small fonts for Hindi and Chinese, so that no screenshot shows empty boxes.
const fonts = ['fonts-liberation', 'fonts-dejavu-core', 'fonts-lohit-deva', 'fonts-wqy-microhei'];

export const needs = {
	php: {
		name: 'PHP with SQLite (runs MediaWiki)',
		packages: [
			'php-cli',
			'php-sqlite3',
			'php-mbstring',
			'php-xml',
			'php-intl',
			'php-gd',
			'php-apcu',
			'php-curl',
			'diffutils',
		],
		present: phpIsThere,
	},
	chromium: {
		name: 'Chromium',
		packages: ['chromium'],
		present: async () => existsSync('/usr/lib/chromium/chromium'),
	},
	firefox: {
		name: 'Firefox ESR',
		packages: ['firefox-esr'],
		present: async () => existsSync('/usr/bin/firefox-esr'),
	},
	webkit: {
		name: 'WebKit with its WebDriver and a display for it',
		packages: ['webkit2gtk-driver', 'xvfb'],
		present: async () => miniBrowser() !== undefined && (await has('WebKitWebDriver')) && (await has('Xvfb')),
	},
	age: { name: 'age', packages: ['age'], present: () => has('age') },
	postgres: { name: 'PostgreSQL', packages: ['postgresql'], present: async () => postgresIsThere() },
	fonts: { name: 'fonts', packages: fonts, present: () => installed(fonts) },
} as const satisfies Record<string, Need>;

export type NeedId = keyof typeof needs;
