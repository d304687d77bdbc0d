/** Pages made to be slow: each mark of wikitext over and over, opened and never closed, nested, and alone on its line. */

const parts: Readonly<Record<string, string>> = {
	'link openings': '[[',
	'links never closed': '[[a',
	'links with a target never closed': '[[a|',
	'template openings': '{{',
	'templates never closed': '{{a',
	'less-than signs': '<',
	'tags never closed': '<a ',
	'closing tags': '</ref>',
	'comment openings': '<!--',
	'nowiki never closed': '<nowiki>',
	'every opaque element never closed':
		'<nowiki><pre><ref><math><chem><ce><syntaxhighlight><source><score><timeline><templatedata><graph><hiero><gallery>',
	'closings almost': '<pre></pr',
	ampersands: '&',
	entities: '&a;',
	italics: "a''",
	pipes: '|a',
	brackets: ']a',
	'external links': '[//',
	'tables never closed': '{|\n',
	cells: '|\n',
	lists: '*\n',
	headings: '=\n',
	'half headings': '=a=\n',
	indents: ' a\n',
	newlines: 'a\n',
	'equals and blanks': '= ',
	'block tags': '<div>\n',
	'inline tags': '<b>x</i>',
	nul: '\0',
	surrogates: '\ud800',
};

/** Each about `length` characters long. */
export function hostilePages(length: number): Record<string, string> {
	const repeated = Object.entries(parts).map(([name, part]) => [name, part.repeat(Math.ceil(length / part.length))]);
	return {
		...(Object.fromEntries(repeated) as Record<string, string>),
		'200,000 apostrophes': "'".repeat(200_000),
		'20,000 nested list lines': Array.from({ length: 20_000 }, (_, i) => `${'*'.repeat(1 + (i % 50))} x`).join('\n'),
		'ever deeper lists': Array.from({ length: Math.sqrt(length * 2) }, (_, i) => ':'.repeat(i + 1)).join('\n'),
		'one long line': 'word '.repeat(length / 5),
	};
}
