/**
 * A flat grammar of wikitext: a page is lines, a line is tokens, and every text is a valid page.
 *
 * Wikitext has no syntax errors, so neither has this grammar: all terminals come from scanner.c, which always finds one,
 * and nothing nests, so that no input is deep, ambiguous or slow. What belongs together (a link's two ends, a table's
 * rows) is for the reader of the tokens to say. Time stamps and user links depend on the wiki's language: they are for
 * engines/comments to say.
 */
const tableMark = ($) => choice($.table_open, $.table_close, $.table_row, $.table_caption, $.table_cell, $.table_head);

const lead = ($) =>
	choice(seq($.indent, optional(tableMark($))), seq($.list_mark, optional($.table_open)), $.rule, tableMark($));

const inline = ($) =>
	choice(
		$.text,
		$.heading_close,
		$.link_open,
		$.link_close,
		$.external_open,
		$.external_close,
		$.template_open,
		$.template_close,
		$.pipe,
		$.quote,
		$.tag,
		$.comment,
		$.opaque,
		$.entity,
	);

// Three at a time: each step of a repetition costs the parser as much as a token does.
const group = ($) => {
	const one = $['_inline'];
	return prec.right(seq(one, optional(seq(one, optional(one)))));
};

module.exports = grammar({
	name: 'wikitext',
	extras: () => [],
	externals: ($) => [
		$.text,
		$.newline,
		$.indent,
		$.heading_open,
		$.heading_close,
		$.list_mark,
		$.rule,
		$.table_open,
		$.table_close,
		$.table_row,
		$.table_caption,
		$.table_cell,
		$.table_head,
		$.link_open,
		$.link_close,
		$.external_open,
		$.external_close,
		$.template_open,
		$.template_close,
		$.pipe,
		$.quote,
		$.tag,
		$.comment,
		$.opaque,
		$.entity,
	],
	// A rule of its own, or the generator would multiply out the choices of a group.
	inline: ($) => [$['_inline']],
	rules: {
		// Sections and lines are there so that an edit costs one section: the parser reuses whole nodes, not whole lists.
		document: ($) => repeat(choice($.line, $.section)),
		section: ($) => prec.right(seq($.heading, repeat($.line))),
		heading: ($) => seq($.heading_open, repeat($['_group']), $.newline),
		// What a line may open with is a state of the parser, so the scanner needs no memory of where it is.
		line: ($) => choice($.newline, seq(lead($), repeat($['_group']), $.newline), seq(repeat1($['_group']), $.newline)),
		_group: group,
		_inline: inline,
	},
});
