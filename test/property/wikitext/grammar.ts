/** The built grammar in Node, for tests: parses a text and gives its tokens as the worker does, and what was wrong. */
import { readFile } from 'node:fs/promises';
import { Language, Parser, type Tree } from 'web-tree-sitter';
import { grammarWasm } from '../../../build/wikitext/assets.ts';
import { Kind, type KindName } from '../../../src/engines/wikitext/kinds.ts';
import type { TokenStream } from '../../../src/engines/wikitext/stream.ts';

export interface Leaves {
	/** `kind:end` of each token, text joined to text. */
	tokens: string[];
	/** Errors, missing nodes, gaps and overlaps between tokens. */
	wrong: string[];
}

const structure = new Set(['document', 'section', 'heading', 'line']);
const names = Object.keys(Kind) as KindName[];

export async function loadGrammar(): Promise<Parser> {
	await Parser.init();
	return new Parser().setLanguage(await Language.load(await readFile(grammarWasm)));
}

export const listed = ({ count, kinds, ends }: TokenStream): string[] =>
	Array.from({ length: count }, (_, i) => `${names[kinds[i] ?? 0]}:${ends[i]}`);

/** The leaves of a tree that should tile `length` characters. */
export function leavesOf(tree: Tree, length: number): Leaves {
	const tokens: string[] = [];
	const wrong: string[] = [];
	const cursor = tree.walk();
	let at = 0;
	for (let done = false; !done;) {
		const { nodeType, startIndex, endIndex } = cursor;
		if (cursor.nodeIsMissing || nodeType === 'ERROR') wrong.push(`${nodeType} at ${startIndex}`);
		if (!structure.has(nodeType)) {
			if (startIndex !== at) wrong.push(`${nodeType} begins at ${startIndex}, not ${at}`);
			if (nodeType === 'text' && tokens.at(-1)?.startsWith('text:')) tokens.pop();
			// A page that does not end with a newline has an empty one at its end.
			if (endIndex > at) tokens.push(`${nodeType}:${endIndex}`);
			at = endIndex;
		} else if (cursor.gotoFirstChild()) continue;
		while (!done && !cursor.gotoNextSibling()) done = !cursor.gotoParent();
	}
	cursor.delete();
	if (at !== length) wrong.push(`the tokens end at ${at}, the text at ${length}`);
	return { tokens, wrong };
}
