/** How a picture can be seen: each view has its own PDQ hash, and all of them are compared. */
import * as v from 'valibot';
import type { PictureHashes } from '../engines/pdq/picture.ts';
import { turns } from '../engines/pdq/source.ts';
import { Sha256 } from './primitives.ts';

const pipelines = ['full', 'nn512'] as const;

/** `full/original` … `nn512/antitranspose`, and the two that leave transparency out. */
export const viewIds = pipelines.flatMap((pipeline) =>
	[...turns, 'alphaDropped' as const].map((turn) => `${pipeline}/${turn}` as const),
);
export type ViewId = (typeof viewIds)[number];

/** Hash of a view that says something about the picture; those that do not are left out. */
export const ViewHashSchema = v.object({ view: v.picklist(viewIds), hash: Sha256 });
export type ViewHash = v.InferOutput<typeof ViewHashSchema>;
export const ViewHashesSchema = v.pipe(v.array(ViewHashSchema), v.maxLength(viewIds.length));

/** What is sent and kept of all hashes of a picture: those that may be matched. */
export function viewsOf({ variants, alphaDropped }: PictureHashes): ViewHash[] {
	return viewIds.flatMap((view) => {
		const [pipeline, turn] = view.split('/') as ['full' | 'nn512', keyof typeof variants | 'alphaDropped'];
		const seen = (turn === 'alphaDropped' ? alphaDropped : variants[turn])?.[pipeline];
		return seen?.usable ? [{ view, hash: seen.hash }] : [];
	});
}

/** Bytes of one view: which it is, then its hash. */
const size = 33;

/** Views one after another, each hash once: most views of a symmetric picture are the same. */
export function packViews(views: readonly ViewHash[]): Uint8Array {
	const distinct = [...new Map([...views].reverse().map((one) => [one.hash, one])).values()].reverse();
	const packed = new Uint8Array(distinct.length * size);
	distinct.forEach(({ view, hash }, at) => {
		packed[at * size] = viewIds.indexOf(view);
		for (let byte = 0; byte < 32; byte++) {
			packed[at * size + 1 + byte] = Number.parseInt(hash.slice(byte * 2, byte * 2 + 2), 16);
		}
	});
	return packed;
}

export interface Views {
	readonly ids: readonly ViewId[];
	/** 32 bytes a view, in the same order. */
	readonly hashes: Uint8Array;
}

export function unpackViews(packed: Uint8Array): Views {
	const count = Math.floor(packed.length / size);
	const hashes = new Uint8Array(count * 32);
	const ids = Array.from({ length: count }, (_, at) => {
		hashes.set(packed.subarray(at * size + 1, at * size + size), at * 32);
		return viewIds[packed[at * size] ?? 0] ?? 'full/original';
	});
	return { ids, hashes };
}
