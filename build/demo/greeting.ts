/** What `npm start` prints when everything runs: where to go, as whom, and how to get the extension into a browser. */
import { join } from 'node:path';
import { root } from '../setup/folders.ts';
import { backendOrigin } from './backend.ts';
import type { Ports } from './ports.ts';
import type { WikiFacts } from './wiki.ts';

/** Pages worth a look, as titles. */
const tour: readonly [title: string, what: string][] = [
	['Talk:Village_pond', 'a discussion in which somebody is rude'],
	['User_talk:Ana', 'somebody follows Ana around'],
	['Talk:حديقة_القرية', 'a discussion in Arabic'],
	['Talk:Footpaths', '500 comments'],
];

function wikiLines(facts: WikiFacts): string[] {
	const width = Math.max(...facts.people.map(({ name }) => name.length));
	return [
		`The wiki      ${facts.base}/wiki/Main_Page`,
		...tour.map(([title, what]) => `              ${facts.base}/wiki/${title}  (${what})`),
		'',
		`Log in at     ${facts.base}/wiki/Special:UserLogin  (the password is always ${facts.password})`,
		...facts.people.map(({ name, role }) => `              ${name.padEnd(width)}  ${role}`),
		'',
		'Open a report as one of its recipients: give the panel the key of that person.',
		...Object.entries(facts.keys).map(([name, file]) => `              ${name.padEnd(width)}  ${file}`),
	];
}

const extensionLines = [
	'',
	'To try the extension (where both are, it takes the place of the gadget, which is on for everybody):',
	`  Chromium    npm start -- --open, or chrome://extensions, Developer mode, Load unpacked: ${join(root, 'dist/chromium')}`,
	`  Firefox     about:debugging#/runtime/this-firefox, Load Temporary Add-on: ${join(root, 'dist/firefox/manifest.json')}`,
];

export function greeting(ports: Ports, facts: WikiFacts | undefined): string {
	const lines = [
		'',
		...(facts ? wikiLines(facts) : ['There is no demo wiki; backend and builds are there.']),
		'',
		`The backend   ${backendOrigin(ports)}`,
		...extensionLines,
		'',
		'Ctrl-C stops everything; what was written stays for the next start (npm start -- --fresh begins anew).',
		'',
	];
	return lines.join('\n');
}
