/** The demo's discussions: an invented village wiki where one editor is rude to others. Texts are our own, CC0. */
import type { Discussion } from './script.ts';

const pond: Discussion = {
	title: 'Talk:Village pond',
	lines: [
		{
			by: 'Ana',
			heading: 'Depth of the pond',
			text: 'The article says the pond is four metres deep. The 1987 survey says 2.6 metres. Shall we change it?',
		},
		{ by: 'Chen', text: ':I have the survey at home. Page 14 says 2.6 metres at the sluice and less elsewhere.' },
		{ by: 'Bo', text: '::Four metres. I was there. Maybe learn to read a ruler before you touch this article again.' },
		{ by: 'Ana', text: ':::I would rather follow the survey. Do you have a source for four metres?' },
		{
			by: 'Bo',
			text: '::::My source is that I am not a turnip, unlike some people here. Stop editing, nobody wants you.',
		},
		{ by: 'Emeka', text: ':::::Please let us stay with the pond. I have added the page number of the survey.' },
		{ by: 'Chen', text: '::::::Thank you, that settles it for me.' },
		{
			by: 'Emeka',
			heading: 'A picture of the pond in winter',
			text: 'I have a picture with ice on it. Is there room for a second one below the map?',
		},
		{ by: 'Dina', text: ':Yes please. The section about skating has none.' },
		{ by: 'Bo', text: ':Oh great, another blurry snapshot by the wiki’s worst photographer. Spare us.' },
		{ by: 'Emeka', text: '::I will upload it and you can all look at it.' },
		{ by: 'Ana', text: '::Looking forward to it!' },
		{
			by: 'Chen',
			heading: 'Ducks',
			text: 'Two species are listed. The bird club counts five. I will bring the list on Friday.\n* mallard\n* tufted duck\n* pochard',
		},
		{ by: 'Ana', text: ':Please also mention the goose. It thinks it is a duck.' },
	],
};

const bakery: Discussion = {
	title: 'Talk:Old bakery',
	lines: [
		{
			by: 'Ana',
			heading: 'Opening year',
			text: 'The sign above the door says 1902, the town register says 1903. I suggest naming both.',
		},
		{ by: 'Bo', text: ':Ana again. Wherever I go, Ana is wrong there first. Give it up already.' },
		{ by: 'Dina', text: ':Naming both is fine. The register counts from the first tax year.' },
		{ by: 'Basil', text: ':Whoever wrote this smells of old cheese and so does the bakery.' },
		{ by: 'Ana', text: '::Both years are in the article now, each with its source.' },
	],
};

const userTalk: Discussion = {
	title: 'User talk:Ana',
	lines: [
		{ by: 'Chen', heading: 'Thanks', text: 'Thank you for the map of the footpaths. It helped me find the mill.' },
		{ by: 'Ana', text: ':With pleasure! The mill still needs an article.' },
		{
			by: 'Bo',
			heading: 'Your edits',
			text: 'I am going to look at every single edit you make from now on. You will be tired of this before I am.',
		},
		{ by: 'Ana', text: ':Please do not. If something is wrong with an edit, tell me on the talk page of the article.' },
		{ by: 'Bo', text: '::I go where I like. See you at the mill.' },
	],
};

const mill: Discussion = {
	title: 'Talk:Water mill',
	lines: [
		{
			by: 'Ana',
			heading: 'Start of the article',
			text: 'I have begun with the wheel. Help with the gears is welcome.',
		},
		{ by: 'Bo', text: ':Told you I would be here. The wheel section is rubbish, like the rest you write.' },
		{ by: 'Emeka', text: ':I can do the gears. My uncle repaired them in 1994 and kept the drawings.' },
	],
};

const arabic: Discussion = {
	title: 'Talk:حديقة القرية',
	lines: [
		{ by: 'Dina', heading: 'اسم الحديقة', text: 'هل نكتب اسم الحديقة كما هو على اللافتة أم كما في السجل القديم؟' },
		{ by: 'Chen', text: ':أقترح الاسم الذي على اللافتة، مع ذكر الاسم القديم في الفقرة الأولى (Old Garden).' },
		{ by: 'Bo', text: ':لا أحد يهتم برأيكم، اتركوا المقالة لمن يفهم.' },
		{ by: 'Dina', text: '::نرجو أن يبقى الحديث عن المقالة. أضفت المصدر وصورة اللافتة.' },
		{ by: 'Emeka', heading: 'صورة النافورة', text: 'رفعت صورة للنافورة في الربيع، هل هي مناسبة؟' },
		{ by: 'Dina', text: ':نعم، شكراً جزيلاً!' },
	],
};

export const discussions: readonly Discussion[] = [pond, bakery, userTalk, mill, arabic];
export const arabicPages = ['حديقة القرية', 'Talk:حديقة القرية'];
