/** Pages that were written to mislead: quoted, copied, hidden, hostile. Each says whose comments are really there. */
import { expect, test } from 'vitest';
import { read, said } from './page.ts';

const MOTH = '[[User:Moth|Moth]] ([[User talk:Moth|talk]])';
const KD = '[[User:Kettle Drum|Kettle Drum]] ([[User talk:Kettle Drum|talk]])';

const cases: [name: string, page: string, expected: string[]][] = [
	[
		'a mention with a time in mid sentence',
		`<p>As [[User:Moth]] said at ~A~, it was lit. ${KD} ~B~</p>`,
		['Kettle Drum B'],
	],
	['a copied signature in mid sentence', `<p>What ${MOTH} ~A~ wrote is wrong. ${KD} ~B~</p>`, ['Kettle Drum B']],
	[
		'a copied signature after a colon',
		`<p>Moved from above: ${MOTH} ~A~ Please see it. ${KD} ~B~</p>`,
		['Kettle Drum B'],
	],
	['a copied signature in front', `<p>${MOTH} ~A~ wrote: it was lit in May. No! ${KD} ~B~</p>`, ['Kettle Drum B']],
	['a signature in quotation marks', `<p>He wrote “Lit in May. ${MOTH} ~A~” but no. ${KD} ~B~</p>`, ['Kettle Drum B']],
	[
		'a signature in straight quotation marks',
		`<p>He wrote "Lit in May. ${MOTH} ~A~" but no. ${KD} ~B~</p>`,
		['Kettle Drum B'],
	],
	['quotation marks around other words', `<p>The "lamp" is lit. ${MOTH} ~A~ "Lit" is the word.</p>`, ['Moth A']],
	['a quotation in italics', `<p><i>Lit in May. ${MOTH} ~A~</i> I doubt it. ${KD} ~B~</p>`, ['Kettle Drum B']],
	['a postscript in brackets', `<p>Add it. ${MOTH} ~A~ (fixed a typo, ${KD} ~B~)</p>`, ['Moth A']],
	['a postscript after more words', `<p>Add it. ${MOTH} ~A~ And the year too. (fixed, ${KD} ~B~)</p>`, ['Moth A']],
	[
		'an interjection in brackets',
		`<p>Add it. (No, never! ${MOTH} ~A~) And the year. [[User:Pine|Pine]] ~B~</p>`,
		['Pine B'],
	],
	['a comment wholly in brackets', `<p>(Add it. ${MOTH} ~A~)</p>`, ['Moth A']],
	[
		'a mention, a signature and a postscript',
		`<p>As [[User:Pine]] said at ~A~, no. ${MOTH} ~B~ (fixed, ${KD} ~C~)</p>`,
		['Moth B'],
	],
	['a postscript by the same person', `<p>Add it. ${MOTH} ~A~ And the year. ${MOTH} ~B~</p>`, ['Moth A']],
	['a second signature on the next source line', `<p>Add it. ${MOTH} ~A~\nMe too. ${KD} ~B~</p>`, ['Moth A']],
	['two lines by a break', `<p>Add it. ${MOTH} ~A~<br>Me too. ${KD} ~B~</p>`, ['Moth A', 'Kettle Drum B']],
	['words behind the signature', `<p>Add it. ${MOTH} ~A~ Oh, and the year too.</p>`, ['Moth A']],
	['a time without anybody', `<p>The log was saved at ~A~ by the machine.</p>`, []],
	['a mention with a time and nobody who signs', `<p>See the edit of [[User:Moth]] at ~A~, it is wrong.</p>`, []],
	['a blockquote', `<blockquote><p>Lit. ${MOTH} ~A~</p></blockquote><p>No. ${KD} ~B~</p>`, ['Kettle Drum B']],
	['a quotation inside the line', `<p><q>Lit. ${MOTH} ~A~</q> No. ${KD} ~B~</p>`, ['Kettle Drum B']],
	[
		'a template for quotations',
		`<div class="quotebox"><p>Lit. ${MOTH} ~A~</p></div><p>No. ${KD} ~B~</p>`,
		['Kettle Drum B'],
	],
	['a box without talk', `<div class="mw-notalk">${MOTH} ~A~</div><p>No. ${KD} ~B~</p>`, ['Kettle Drum B']],
	[
		'a nested quotation',
		`<ul><li>No. <blockquote>Lit. ${MOTH} ~A~</blockquote> Yes. ${KD} ~B~</li></ul>`,
		['Kettle Drum B'],
	],
	[
		'a signature in a reference',
		`<p>No. ${KD} ~B~</p><ol class="references"><li>Letter, ${MOTH} ~A~</li></ol>`,
		['Kettle Drum B'],
	],
	['a hidden signature', `<p>No. <span style="display:none">${MOTH} ~A~</span> ${KD} ~B~</p>`, ['Kettle Drum B']],
	[
		'a hidden link before the time',
		`<p>No. ${KD}<span style="visibility: hidden">[[User:Moth]]</span> ~B~</p>`,
		['Kettle Drum B'],
	],
	[
		'a hidden piece inside the time',
		`<p>No. ${KD} 11:<span style="DISPLAY : none">9</span>02, 3 February 2024 (UTC)</p>`,
		['Kettle Drum B'],
	],
	[
		'a signature in letters of no size',
		`<p>No. <small style="font-size:0">${MOTH} ~A~</small> ${KD} ~B~</p>`,
		['Kettle Drum B'],
	],
	['letters without colour', `<p>No. <b style="color: transparent">${MOTH} ~A~</b> ${KD} ~B~</p>`, ['Kettle Drum B']],
	[
		'a ground without colour',
		`<p>No. <b style="background-color: transparent; margin-left: -100px; font-size: 0.8em">${KD}</b> ~B~</p>`,
		['Kettle Drum B'],
	],
	[
		'a folded box, which a click opens',
		`<div class="NavContent" style="display:none"><p>No. ${KD} ~B~</p></div>`,
		['Kettle Drum B'],
	],
	[
		'time over several elements',
		`<p>No. ${KD} <b>11</b>:<i>02</i>, <span>3 <sup>February</sup></span> 2024 <small>(UTC)</small></p>`,
		['Kettle Drum B'],
	],
	['unbreakable blanks', `<p>No. ${KD}&nbsp;11:02,&#160;3&nbsp;February&nbsp;2024&nbsp;(UTC)</p>`, ['Kettle Drum B']],
	[
		'Parsoid entities',
		`<p>No. ${KD} 11:02,<span typeof="mw:Entity">&nbsp;</span>3 February 2024 (UTC)</p>`,
		['Kettle Drum B'],
	],
	[
		'marks and overrides in the time',
		`<p>No. ${KD} \u202e11:02\u202c, \u200e3 February\u200f 2024 (UTC)</p>`,
		['Kettle Drum B'],
	],
	['a time zone that is a link', `<p>No. ${KD} 11:02, 3 February 2024 ([[UTC]])</p>`, ['Kettle Drum B']],
	['the time inside the link', `<p>No. [[User:Moth|Moth, ~A~]]</p>`, ['Moth A']],
	[
		'markup between link and time',
		`<p>No. [[User:Moth|<b>M</b>]] <sup><span style="color:red">✉ say hello</span></sup> ~A~</p>`,
		['Moth A'],
	],
	['a link in a bracket to somebody else', `<p>No. ${MOTH} (for [[User:Vesper Lark]]) ~A~</p>`, ['Moth A ?']],
	[
		'another one among the links',
		`<p>No. [[User:Moth|M]] ([[User talk:Moth|talk]] · [[User:Pine|mentor]] · [[Special:Contributions/Moth|c]]) ~A~</p>`,
		['Moth A ?'],
	],
	['the talk page of somebody else', `<p>No. [[User:Moth|Moth]] ([[User talk:Pine|talk]]) ~A~</p>`, ['Moth A ?']],
	['a heart for somebody behind the name', `<p>No. [[User:Moth|Moth]] ♥ [[User:Pine|Pine]] ~A~</p>`, ['Moth A ?']],
	['a word of thanks without a stop', `<p>No, thanks [[User:Pine|Pine]] [[User:Moth|Moth]] ~A~</p>`, ['Moth A ?']],
	[
		'somebody named in front, a word between',
		`<p>No. [[User:Pine|Pine]] thanks [[User:Moth|Moth]] ~A~</p>`,
		['Moth A'],
	],
	[
		'a thanks before the signature',
		`<p>Thanks, [[User:Pine|Pine]] ([[User talk:Pine|talk]])! [[User:Moth|Moth]] ~A~</p>`,
		['Moth A'],
	],
	['a ping before the signature', `<p>@[[User:Pine|Pine]]: [[User:Moth|Moth]] ~A~</p>`, ['Moth A']],
	['a name that is no link', `<p>I agree with [[User:Pine|Pine]]. — Moth ~A~</p>`, []],
	['a page under a user page', `<p>See [[User:Pine/notes]] ~A~</p>`, []],
	['nothing but a page under a user page', `<p>No. [[User:Pine/sign|Pine]] ~A~</p>`, ['Pine A ?']],
	['a guest book among the links', `<p>No. ${MOTH} [[User:Pine/help|?]] ~A~</p>`, ['Moth A']],
	[
		'a bare name with a time, then prose and a full signature',
		`<p>Seen. [[User:Moth|Moth]] ~A~ The lamp was lit in May. ${KD} ~B~</p>`,
		['Kettle Drum B'],
	],
	[
		'a copied comment, then prose and a full signature',
		`<p>Seen. ${MOTH} ~A~ That is what the log has. ${KD} ~B~</p>`,
		['Kettle Drum B'],
	],
	['a short note by somebody else', `<p>Seen. ${MOTH} ~A~ Done. ${KD} ~B~</p>`, ['Moth A']],
	[
		'a mention in a script without case',
		`<p>请看[[User:Moth|甲]]在~A~的意见，我不同意。${KD} ~B~</p>`,
		['Kettle Drum B'],
	],
	[
		'a signature with prose of its own',
		`<p>No. [[User:Moth|Moth]] [[Special:Contributions/Moth|(c)]] Please tell me on my [[User talk:Moth|page.]] Thank you. ~A~</p>`,
		['Moth A'],
	],
	['letters that look alike in the namespace', `<p>No. [[Us\u0435r:Moth|Moth]] ~A~</p>`, []],
	[
		'letters that look alike in the name',
		`<p>No. [[User:M\u043eth|Moth]] ([[User talk:M\u043eth|talk]]) ~A~</p>`,
		['M\u043eth A'],
	],
	['letters that look alike in the month', `<p>No. ${MOTH} 10:01, 3 Febru\u0430ry 2024 (UTC)</p>`, []],
	['a day that does not exist', `<p>No. ${MOTH} 10:01, 31 February 2024 (UTC)</p>`, []],
	['an hour that does not exist', `<p>No. ${MOTH} 25:01, 3 February 2024 (UTC)</p>`, []],
	['another zone', `<p>No. ${MOTH} 10:01, 3 February 2024 (CET)</p>`, []],
	[
		'signatures on lists under a paragraph',
		`<ul><li>No. ${MOTH} ~A~<dl><dd>Yes. ${KD} ~B~</dd></dl></li></ul>`,
		['Moth A', 'Kettle Drum B'],
	],
	['code that shows a signature', `<p>Type <code>${MOTH} ~A~</code> there. ${KD} ~B~</p>`, ['Kettle Drum B']],
	[
		'signatures in cells',
		`<table><tr><td>No. ${MOTH} ~A~</td><td>Yes. ${KD} ~B~</td></tr></table>`,
		['Moth A', 'Kettle Drum B'],
	],
	['a signature in a heading', `<h2>${MOTH} ~A~</h2><p>Yes. ${KD} ~B~</p>`, ['Kettle Drum B']],
	[
		'a signature within its own markup',
		`<p>No. <font color="red"><small>[[user:moth|<i>m</i>]]<sup>[[user talk:Moth|t]]</sup></small></font> ~A~</p>`,
		['Moth A'],
	],
	[
		'a user link of another wiki',
		`<p>No. <a class="extiw" href="https://m.example.org/wiki/User:Moth" title="m:User:Moth">Moth</a> ~A~</p>`,
		['Moth A ?'],
	],
	[
		'an external link to a user page',
		`<p>No. <a class="external text" href="https://x.example.org/w/index.php?title=User_talk:Moth">Moth</a> ~A~</p>`,
		['Moth A ?'],
	],
];

test.each(cases)('%s', (_, page, expected) => {
	expect(said(read(page))).toEqual(expected);
});
