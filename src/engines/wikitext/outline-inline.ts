/** What stands in the lines of a page: text, links, tags, italics, and what is shown as it is written. */
import type { WikiData } from '../comments/wiki-data.ts';
import { readTag } from './html-tag.ts';
import { Kind } from './kinds.ts';
import type { OutlineBlocks } from './outline-blocks.ts';
import { linkReader, type RenderedLink } from './page-link.ts';
import { decodeReference, decodeReferences } from './references.ts';
import type { SourceTree } from './source-tree.ts';

const links = new Set(['A', 'IMG', 'STYLE']);
const preformatted = new Set(['PRE']);
const slanted = new Set(['I']);
/** Opaque elements whose text the reader sees; of the others there is a picture, or nothing. */
const shown = new Set(['nowiki', 'pre', 'syntaxhighlight', 'source']);
const unseen = new Set(['ref', 'templatedata']);
const magicWord = /^\s*__[^\s_]+__\s*$/;

export class OutlineInline {
	readonly #tree: SourceTree;
	readonly #blocks: OutlineBlocks;
	readonly #text: string;
	readonly #linkOf: (target: string) => RenderedLink;

	constructor(tree: SourceTree, blocks: OutlineBlocks, text: string, wiki: WikiData) {
		this.#tree = tree;
		this.#blocks = blocks;
		this.#text = text;
		this.#linkOf = linkReader(wiki);
	}

	/** Links and italics end with their line. */
	endLine(): void {
		while (this.#tree.closeInline(links));
		while (this.#tree.closeInline(slanted));
	}

	text(from: number, to: number): void {
		const value = this.#text.slice(from, to);
		if (value.includes('__') && magicWord.test(value)) return;
		this.#blocks.paragraph(from);
		this.#tree.text(value, from, to);
	}

	picture(from: number, to: number): void {
		this.#blocks.paragraph(from);
		this.#tree.leaf('IMG', from, to);
	}

	token(kind: number, from: number, to: number): void {
		switch (kind) {
			case Kind.link_open:
				return this.#link(from, to);
			case Kind.external_open:
				this.#blocks.paragraph(from);
				return this.#tree.open('A', from, { href: this.#text.slice(from + 1, to), class: 'external' });
			case Kind.link_close:
			case Kind.external_close:
				if (!this.#tree.closeInline(links)) this.text(from, to);
				return;
			case Kind.pipe:
				if (!this.#blocks.pipe(from, to)) this.text(from, to);
				return;
			case Kind.quote:
				return this.#quote(from, to);
			case Kind.entity:
				this.#blocks.paragraph(from);
				return this.#tree.text(decodeReference(this.#text.slice(from, to)), from, to);
			case Kind.tag:
				return this.#tag(from, to);
			case Kind.opaque:
				return this.#opaque(from, to);
			case Kind.text:
				return this.text(from, to);
			default:
		}
	}

	#link(from: number, to: number): void {
		this.#blocks.paragraph(from);
		let begin = from;
		while (this.#text[begin] === '[') begin++;
		const piped = this.#text[to - 1] === '|';
		const target = this.#text.slice(begin, piped ? to - 1 : to);
		if (!target) return this.text(from, to);
		const { element, attributes } = this.#linkOf(target);
		this.#tree.open(element, from, attributes);
		if (!piped) this.#tree.text(decodeReferences(target), begin, to);
	}

	/** Two apostrophes slant, five slant and embolden; bold alone says nothing about who wrote it. */
	#quote(from: number, to: number): void {
		this.#blocks.paragraph(from);
		const length = to - from;
		if (length !== 2 && length < 5) return;
		if (!this.#tree.closeInline(slanted)) this.#tree.open('I', from);
	}

	#tag(from: number, to: number): void {
		const tag = readTag(this.#text.slice(from, to));
		if (!tag) return;
		if (tag.block) this.#blocks.endParagraph();
		else this.#blocks.paragraph(from);
		if (tag.closing) {
			const names = new Set([tag.name]);
			if (tag.block) this.#tree.close(this.#tree.find(names));
			else this.#tree.closeInline(names);
		} else if (tag.empty) this.#tree.leaf(tag.name, from, to);
		else this.#tree.open(tag.name, from, tag.attributes);
	}

	#opaque(from: number, to: number): void {
		const name = /^<([a-z]+)/i.exec(this.#text.slice(from, from + 20))?.[1]?.toLowerCase() ?? '';
		if (unseen.has(name)) return;
		if (!shown.has(name)) return this.picture(from, to);
		const begin = this.#text.indexOf('>', from) + 1;
		const end = this.#text.lastIndexOf('<', to - 1);
		if (name === 'nowiki') return this.text(begin, end);
		this.#blocks.endParagraph();
		this.#tree.open('PRE', from);
		this.#tree.text(this.#text.slice(begin, end), begin, end);
		this.#tree.close(this.#tree.find(preformatted));
	}
}
