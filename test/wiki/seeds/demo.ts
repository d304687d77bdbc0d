/** Plays the whole demo on a running wiki that has its people already. */
import { maintain, type WikiPlace } from '../php.ts';
import { pathOf } from '../person.ts';
import { longDiscussion, longTitle } from './long.ts';
import { articles, pictures } from './pages.ts';
import { people } from './people.ts';
import { landscape } from './picture.ts';
import { Cast, play } from './script.ts';
import { arabicPages, discussions } from './talk.ts';

/** Somebody's telephone number is posted, removed and hidden, so that the history has a hidden revision. */
async function hideOne(cast: Cast): Promise<void> {
	const bo = await cast.get('Bo');
	const oluchi = await cast.get('Oluchi');
	const posted = await bo.append('Talk:Water mill', '\n:Call Ana at 555-0100 if you like it so much. ~~~~');
	await oluchi.act({ action: 'edit', title: 'Talk:Water mill', undo: posted, summary: 'Private data' });
	await oluchi.hideRevision(posted, 'content|comment', 'yes');
}

export async function seedDemo(place: WikiPlace, tell: (line: string) => void): Promise<void> {
	const base = `http://127.0.0.1:${place.port}`;
	const cast = new Cast(base);
	const admin = await cast.get('Admin');
	tell('Writing articles and drawing pictures ...');
	for (const { name, mood, by } of pictures) {
		const person = await cast.get(by);
		await person.upload(name, landscape(1200, 800, mood), 'Drawn by a program for this wiki. CC0.');
	}
	for (const [title, text] of Object.entries(articles)) await admin.edit(title, text);
	for (const { name, role } of people) await admin.edit(`User:${name}`, `${name}: ${role}.`);
	tell('Letting people talk ...');
	for (const discussion of discussions) await play(cast, discussion);
	for (const title of arabicPages) await admin.act({ action: 'setpagelanguage', title, lang: 'ar' });
	await hideOne(cast);
	await (await cast.get('Mira')).block('Basil', 'never', 'Insults', { nocreate: '1' });
	tell('Importing the page with 500 comments ...');
	await maintain(place, 'importDump.php', ['--no-updates'], longDiscussion());
	await maintain(place, 'rebuildrecentchanges.php', []);
	await maintain(place, 'initSiteStats.php', ['--update']);
	await maintain(place, '../extensions/DiscussionTools/maintenance/persistRevisionThreadItems.php', [
		'--current',
		'--all',
	]);
	await maintain(place, 'runJobs.php', []);
	// A page rendered in the second in which its language changed would stay in the old direction.
	await admin.post({ action: 'purge', titles: arabicPages.join('|') });
	const warm = ['Main Page', longTitle, ...discussions.map(({ title }) => title)];
	for (const title of warm) await (await admin.fetch(pathOf(title))).text();
}
