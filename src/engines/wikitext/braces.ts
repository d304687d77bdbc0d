/** Which "}}" ends which "{{" of a page, and whether links stand between the two. */
import { Kind } from './kinds.ts';
import type { TokenStream } from './stream.ts';

/** For each token that opens a template the index of the one that ends it, else -1; and the links before each token. */
export interface Braces {
	endOf: Int32Array;
	linksBefore: Uint32Array;
}

export function matchBraces(stream: TokenStream): Braces {
	const endOf = new Int32Array(stream.count).fill(-1);
	const linksBefore = new Uint32Array(stream.count + 1);
	const open: number[] = [];
	for (let i = 0; i < stream.count; i++) {
		const kind = stream.kinds[i];
		linksBefore[i + 1] = (linksBefore[i] ?? 0) + (kind === Kind.link_open ? 1 : 0);
		if (kind === Kind.template_open) open.push(i);
		else if (kind === Kind.template_close) {
			const start = open.pop();
			if (start !== undefined) endOf[start] = i;
		}
	}
	return { endOf, linksBefore };
}
