/**
 * Finds the next token of a wikitext page: always one, never an error, in time linear in the page.
 *
 * src/engines/wikitext/tokenize.ts and the scan-*.ts beside it are its twin in TypeScript; a property test holds the two
 * equal. Rules of the markup: www.mediawiki.org/wiki/Markup_spec and MediaWiki's own behaviour. The only memory is which
 * opaque elements have no closing tag further down (MediaWiki's preprocessor keeps the same): each is sought once.
 */
#include "tree_sitter/parser.h"

enum Kind {
	TEXT, NEWLINE, INDENT, HEADING_OPEN, HEADING_CLOSE, LIST_MARK, RULE, TABLE_OPEN, TABLE_CLOSE, TABLE_ROW,
	TABLE_CAPTION, TABLE_CELL, TABLE_HEAD, LINK_OPEN, LINK_CLOSE, EXTERNAL_OPEN, EXTERNAL_CLOSE,
	TEMPLATE_OPEN, TEMPLATE_CLOSE, PIPE, QUOTE, TAG, COMMENT, OPAQUE, ENTITY
};

/* Elements whose inside is not wikitext of this page; the bit of each is its place in this list. */
static const char opaque_names[][16] = {
	"nowiki", "pre", "ref", "math", "chem", "ce", "syntaxhighlight", "source", "score", "timeline", "templatedata",
	"graph", "hiero", "gallery"
};
enum { OPAQUE_COUNT = sizeof opaque_names / sizeof opaque_names[0], NAME_MAX = 15, TAG_MAX = 1000 };

/* The bits of opaque elements known to have no closing tag ahead; a page is scanned by one parser at a time. */
typedef struct { uint16_t unclosed; } Memory;
static Memory memory;

void *tree_sitter_wikitext_external_scanner_create(void) {
	memory.unclosed = 0;
	return &memory;
}
void tree_sitter_wikitext_external_scanner_destroy(void *payload) { (void)payload; }
unsigned tree_sitter_wikitext_external_scanner_serialize(void *payload, char *buffer) {
	uint16_t unclosed = ((Memory *)payload)->unclosed;
	if (!unclosed) return 0;
	buffer[0] = (char)(unclosed & 255);
	buffer[1] = (char)(unclosed >> 8);
	return 2;
}
void tree_sitter_wikitext_external_scanner_deserialize(void *payload, const char *buffer, unsigned length) {
	((Memory *)payload)->unclosed =
		length < 2 ? 0 : (uint16_t)((unsigned char)buffer[0] | ((unsigned char)buffer[1] << 8));
}

static inline void next(TSLexer *lexer) { lexer->advance(lexer, false); }
static inline void mark(TSLexer *lexer) { lexer->mark_end(lexer); }
/* Only a NUL can be taken for the end, so only then the costlier question is asked. */
static inline bool at_end(TSLexer *lexer) { return lexer->lookahead == 0 && lexer->eof(lexer); }
static inline bool is_blank(int32_t c) { return c == ' ' || c == '\t'; }
static inline bool is_space(int32_t c) { return is_blank(c) || c == '\n' || c == '\r'; }
static inline bool is_digit(int32_t c) { return c >= '0' && c <= '9'; }
static inline int32_t lower(int32_t c) { return c >= 'A' && c <= 'Z' ? c + 32 : c; }
static inline bool is_letter(int32_t c) { return lower(c) >= 'a' && lower(c) <= 'z'; }
static inline bool is_hex(int32_t c) { return is_digit(c) || (lower(c) >= 'a' && lower(c) <= 'f'); }

static unsigned run(TSLexer *lexer, int32_t c) {
	unsigned length = 0;
	for (; lexer->lookahead == c; length++) next(lexer);
	return length;
}
static void blanks(TSLexer *lexer) {
	while (is_blank(lexer->lookahead)) next(lexer);
}
static bool found(TSLexer *lexer, enum Kind kind) {
	lexer->result_symbol = kind;
	return true;
}
static bool found_here(TSLexer *lexer, enum Kind kind) {
	mark(lexer);
	return found(lexer, kind);
}
/* After a run of '=' and blanks: could this be the end of a heading? */
static inline bool heading_may_end(TSLexer *lexer) {
	return lexer->lookahead == '\n' || lexer->lookahead == '<' || at_end(lexer);
}

/* Runs on to whatever is not text; characters already passed belong to it. */
static bool text(TSLexer *lexer) {
	for (;;) {
		int32_t c = lexer->lookahead;
		switch (c) {
		case '\n': case '[': case ']': case '|': case '<': case '&':
			return found_here(lexer, TEXT);
		case '\'': case '{': case '}':
			mark(lexer);
			if (run(lexer, c) > 1) return found(lexer, TEXT);
			break;
		case '=':
			mark(lexer);
			run(lexer, '=');
			blanks(lexer);
			if (heading_may_end(lexer)) return found(lexer, TEXT);
			break;
		case 0:
			if (lexer->eof(lexer)) return found_here(lexer, TEXT);
			next(lexer);
			break;
		default:
			next(lexer);
		}
	}
}

static bool newline(TSLexer *lexer) {
	while (lexer->lookahead == '\n') {
		next(lexer);
		mark(lexer);
		blanks(lexer);
	}
	return found(lexer, NEWLINE);
}

/* "[[", with its target and "|" when there is one that "|" or "]" ends. */
static bool link(TSLexer *lexer) {
	mark(lexer);
	for (bool empty = true;; empty = false) {
		switch (lexer->lookahead) {
		case '|':
			if (!empty) next(lexer);
			/* fallthrough */
		case ']':
			if (!empty) mark(lexer);
			/* fallthrough */
		case '[': case '{': case '}': case '<': case '>': case '\n':
			return found(lexer, LINK_OPEN);
		case 0:
			if (lexer->eof(lexer)) return found(lexer, LINK_OPEN);
		}
		next(lexer);
	}
}

static bool url(TSLexer *lexer) {
	for (;;) {
		switch (lexer->lookahead) {
		case ' ': case '\t': case '\n': case '[': case ']': case '{': case '}': case '|': case '<': case '>': case '"':
		case '\'':
			return found_here(lexer, EXTERNAL_OPEN);
		case 0:
			if (lexer->eof(lexer)) return found_here(lexer, EXTERNAL_OPEN);
		}
		next(lexer);
	}
}
static bool bracket(TSLexer *lexer) {
	if (run(lexer, '[') > 1) return link(lexer);
	unsigned letters = 0;
	for (; letters < NAME_MAX && is_letter(lexer->lookahead); letters++) next(lexer);
	if (letters) {
		if (lexer->lookahead != ':') return text(lexer);
		next(lexer);
	}
	if (lexer->lookahead != '/') return text(lexer);
	next(lexer);
	if (lexer->lookahead != '/') return text(lexer);
	next(lexer);
	return url(lexer);
}

static bool entity(TSLexer *lexer) {
	unsigned length = 0;
	next(lexer);
	if (lexer->lookahead == '#') {
		next(lexer);
		if (lower(lexer->lookahead) == 'x') {
			next(lexer);
			for (; length < 8 && is_hex(lexer->lookahead); length++) next(lexer);
		} else {
			for (; length < 8 && is_digit(lexer->lookahead); length++) next(lexer);
		}
	} else {
		for (; length < 32 && (is_letter(lexer->lookahead) || is_digit(lexer->lookahead)); length++) next(lexer);
	}
	if (!length || lexer->lookahead != ';') return text(lexer);
	next(lexer);
	return found_here(lexer, ENTITY);
}

/* An unclosed comment hides the rest of the page, as in MediaWiki. */
static bool comment(TSLexer *lexer) {
	for (;;) {
		if (lexer->lookahead == '-') {
			if (run(lexer, '-') > 1 && lexer->lookahead == '>') {
				next(lexer);
				break;
			}
		} else if (at_end(lexer)) {
			break;
		} else {
			next(lexer);
		}
	}
	return found_here(lexer, COMMENT);
}

static bool closes(TSLexer *lexer, const char *name) {
	for (;;) {
		if (lexer->lookahead != '<') {
			if (at_end(lexer)) return false;
			next(lexer);
			continue;
		}
		next(lexer);
		if (lexer->lookahead != '/') continue;
		next(lexer);
		const char *rest = name;
		for (; *rest && lower(lexer->lookahead) == *rest; rest++) next(lexer);
		if (*rest) continue;
		while (is_space(lexer->lookahead)) next(lexer);
		if (lexer->lookahead != '>') continue;
		next(lexer);
		return true;
	}
}

static int opaque_bit(const char *name) {
	for (int bit = 0; bit < OPAQUE_COUNT; bit++) {
		int at = 0;
		while (name[at] && name[at] == opaque_names[bit][at]) at++;
		if (name[at] == opaque_names[bit][at]) return bit;
	}
	return -1;
}

/* From after "<" and perhaps "/": a name, then anything short up to ">", but no "<", no link and no empty line. */
static bool tag(TSLexer *lexer, Memory *memory, bool closing) {
	char name[NAME_MAX + 1];
	unsigned length = 0;
	for (; is_letter(lexer->lookahead) || is_digit(lexer->lookahead); length++) {
		if (length < NAME_MAX) name[length] = (char)lower(lexer->lookahead);
		next(lexer);
	}
	name[length < NAME_MAX ? length : NAME_MAX] = 0;
	if (!is_space(lexer->lookahead) && lexer->lookahead != '/' && lexer->lookahead != '>') return text(lexer);
	mark(lexer);
	int32_t before = 0;
	for (unsigned passed = 0; lexer->lookahead != '>';) {
		int32_t c = lexer->lookahead;
		passed += c > 0xffff ? 2 : 1;
		if (passed > TAG_MAX || c == '<' || ((c == '[' || c == '\n') && c == before) || at_end(lexer)) {
			return found(lexer, TEXT);
		}
		before = c;
		next(lexer);
	}
	next(lexer);
	mark(lexer);
	int bit = closing || before == '/' || length > NAME_MAX ? -1 : opaque_bit(name);
	if (bit < 0 || memory->unclosed & (1 << bit)) return found(lexer, TAG);
	if (closes(lexer, opaque_names[bit])) return found_here(lexer, OPAQUE);
	memory->unclosed |= (uint16_t)(1 << bit);
	return found(lexer, TAG);
}

static bool angle(TSLexer *lexer, Memory *memory) {
	next(lexer);
	if (lexer->lookahead == '!') {
		next(lexer);
		if (lexer->lookahead != '-') return text(lexer);
		next(lexer);
		if (lexer->lookahead != '-') return text(lexer);
		next(lexer);
		return comment(lexer);
	}
	bool closing = lexer->lookahead == '/';
	if (closing) next(lexer);
	return is_letter(lexer->lookahead) ? tag(lexer, memory, closing) : text(lexer);
}

/* What only the beginning of a line can be; -1 when it is none of it, with nothing passed. */
static int lead(TSLexer *lexer) {
	int32_t c = lexer->lookahead;
	switch (c) {
	case ' ': case '\t':
		blanks(lexer);
		return found_here(lexer, INDENT);
	case '=':
		run(lexer, '=');
		return found_here(lexer, HEADING_OPEN);
	case '*': case '#': case ':': case ';':
		while (c == '*' || c == '#' || c == ':' || c == ';') {
			next(lexer);
			c = lexer->lookahead;
		}
		return found_here(lexer, LIST_MARK);
	case '-':
		return run(lexer, '-') > 3 ? found_here(lexer, RULE) : text(lexer);
	default:
		return -1;
	}
}
static int table_mark(TSLexer *lexer) {
	if (lexer->lookahead == '!') {
		next(lexer);
		return found_here(lexer, TABLE_HEAD);
	}
	if (lexer->lookahead != '|') return -1;
	next(lexer);
	mark(lexer);
	switch (lexer->lookahead) {
	case '-':
		run(lexer, '-');
		return found_here(lexer, TABLE_ROW);
	case '+':
		next(lexer);
		return found_here(lexer, TABLE_CAPTION);
	case '}': /* but "|}}" is the end of a template with an empty last argument */
		return run(lexer, '}') > 1 ? found(lexer, TABLE_CELL) : found_here(lexer, TABLE_CLOSE);
	default:
		return found(lexer, TABLE_CELL);
	}
}
static bool brace(TSLexer *lexer, bool may_open_table) {
	if (run(lexer, '{') > 1) return found_here(lexer, TEMPLATE_OPEN);
	if (!may_open_table || lexer->lookahead != '|') return text(lexer);
	next(lexer);
	return found_here(lexer, TABLE_OPEN);
}

bool tree_sitter_wikitext_external_scanner_scan(void *payload, TSLexer *lexer, const bool *valid) {
	int32_t c = lexer->lookahead;
	if (at_end(lexer)) return !valid[HEADING_OPEN] && valid[NEWLINE] && found(lexer, NEWLINE);
	if (valid[HEADING_OPEN]) {
		int result = lead(lexer);
		if (result >= 0) return result;
	}
	if (valid[TABLE_CELL]) {
		int result = table_mark(lexer);
		if (result >= 0) return result;
	}
	switch (c) {
	case '\n':
		return newline(lexer);
	case '[':
		return bracket(lexer);
	case ']':
		return found_here(lexer, run(lexer, ']') > 1 ? LINK_CLOSE : EXTERNAL_CLOSE);
	case '{':
		return brace(lexer, valid[TABLE_OPEN]);
	case '}':
		return run(lexer, '}') > 1 ? found_here(lexer, TEMPLATE_CLOSE) : text(lexer);
	case '|':
		run(lexer, '|');
		return found_here(lexer, PIPE);
	case '\'':
		return run(lexer, '\'') > 1 ? found_here(lexer, QUOTE) : text(lexer);
	case '<':
		return angle(lexer, payload);
	case '&':
		return entity(lexer);
	case '=':
		run(lexer, '=');
		mark(lexer);
		blanks(lexer);
		return heading_may_end(lexer) ? found(lexer, HEADING_CLOSE) : text(lexer);
	default:
		return text(lexer);
	}
}
