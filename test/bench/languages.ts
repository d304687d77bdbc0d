/** How many comments are read right in every language of MediaWiki, on pages that MediaWiki renders. */
import { LANGUAGE_SETTINGS, languages, score, talkPage } from '../wiki/comments/languages.ts';
import { testWiki } from '../wiki/testbed.ts';
import type { Bench, Measured } from './main.ts';

interface Sum {
	there: number;
	found: number;
	right: number;
	level: number;
	worst: number;
}

const nothing = (): Sum => ({ there: 0, found: 0, right: 0, level: 0, worst: 1 });

async function run(): Promise<Measured[]> {
	const wiki = await testWiki({ settings: LANGUAGE_SETTINGS });
	const sums = [nothing(), nothing()];
	const waiting = await languages();
	let pages = 0;
	const work = async (): Promise<void> => {
		for (let language = waiting.pop(); language !== undefined; language = waiting.pop()) {
			const page = await talkPage(wiki, language);
			pages++;
			sums.forEach((sum, withoutFormat) => {
				const got = score(page, withoutFormat === 1);
				sum.there += got.there;
				sum.found += got.found;
				sum.right += got.right;
				sum.level += got.level;
				sum.worst = Math.min(sum.worst, (2 * got.right) / (got.there + got.found));
			});
		}
	};
	try {
		await Promise.all([work(), work()]);
	} finally {
		await wiki.stop();
	}
	return sums.flatMap(({ there, found, right, level, worst }, withoutFormat) => {
		const inputs = `${there} comments, ${pages} languages, ${withoutFormat ? 'without' : 'with'} the date format`;
		return [
			{ what: 'F1 of author and minute', value: (2 * right) / (there + found), unit: 'F1', inputs },
			{ what: 'the worst language', value: worst, unit: 'F1', inputs },
			{ what: 'levels right', value: level / right, unit: 'of those found', inputs },
		];
	});
}

export const bench: Bench = { name: 'languages', summary: 'who wrote what in every language of MediaWiki', run };
