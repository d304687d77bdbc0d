/** The demo's articles and project pages. Texts are our own, CC0. */

export const articles: Readonly<Record<string, string>> = {
	'Main Page': `'''Welcome to the village wiki''', a small wiki for trying out Wikihaven. Everybody here is invented.

* [[Talk:Village pond]]: a discussion in which somebody is rude
* [[User talk:Ana]]: somebody follows Ana around
* [[Talk:حديقة القرية]]: a discussion in Arabic, written from right to left
* [[Talk:Footpaths]]: a discussion with 500 comments
* [[Project:Code of conduct]], [[Project:Where to report]]`,
	'Village pond': `[[File:Village pond.png|thumb|The pond in summer]]
The '''village pond''' is 2.6 metres deep<ref>Survey of 1987, page 14.</ref> and lies behind the [[old bakery]].

== Skating ==
[[File:Village pond in winter.png|thumb|The pond in winter]]
In cold winters the pond freezes over.

== Notes ==
<references />`,
	'Old bakery': "The '''old bakery''' opened in 1902 or 1903 and is known for its rye bread.",
	'Water mill': "[[File:Water mill.png|thumb]]\nThe '''water mill''' has a wheel of nine metres and two gears.",
	Footpaths: "The '''footpaths''' of the village are numbered from 1 to 25.",
	'حديقة القرية': 'حديقة القرية حديقة عامة صغيرة فيها نافورة وأشجار زيتون.',
	'Project:Code of conduct': `This wiki follows the Universal Code of Conduct.

== Civility ==
Write about the topic, not about the person.

== Private data ==
Never publish somebody's address, telephone number or name without consent.`,
	'Project:Civility': 'Be as kind as you would be across a kitchen table.',
	'Project:Where to report': `Press ''Report'' beside a comment, or write to one of the administrators: [[User:Mira|]], [[User:Tomás|]].`,
};

export const pictures: readonly { name: string; mood: number; by: string }[] = [
	{ name: 'Village pond.png', mood: 1, by: 'Ana' },
	{ name: 'Village pond in winter.png', mood: 2, by: 'Emeka' },
	{ name: 'Water mill.png', mood: 3, by: 'Ana' },
];
