/** What a token of wikitext can be, in the order of the grammar's terminals (build/wikitext/grammar.js). */
export const Kind = {
	text: 0,
	newline: 1,
	indent: 2,
	heading_open: 3,
	heading_close: 4,
	list_mark: 5,
	rule: 6,
	table_open: 7,
	table_close: 8,
	table_row: 9,
	table_caption: 10,
	table_cell: 11,
	table_head: 12,
	link_open: 13,
	link_close: 14,
	external_open: 15,
	external_close: 16,
	template_open: 17,
	template_close: 18,
	pipe: 19,
	quote: 20,
	tag: 21,
	comment: 22,
	opaque: 23,
	entity: 24,
} as const;

export type KindName = keyof typeof Kind;
export type Kind = (typeof Kind)[KindName];

/** What the parser stands before: it decides which marks the next token may be. */
export const State = { lineStart: 0, afterIndent: 1, afterList: 2, inline: 3 } as const;
export type State = (typeof State)[keyof typeof State];

/** The state after a token, given the one before it. */
export function stateAfter(kind: number): State {
	switch (kind) {
		case Kind.newline:
			return State.lineStart;
		case Kind.indent:
			return State.afterIndent;
		case Kind.list_mark:
			return State.afterList;
		default:
			return State.inline;
	}
}
