/** What the hash worker does with a file: everything that is known of it, without a byte of it leaving this device. */
import { wrap, transfer, type Remote } from 'comlink';
import { viewsOf, type ViewHash } from '../../contract/upload-views.ts';
import { hashHalf, type Pair } from '../../engines/pdq/hash.ts';
import { hashPicture, type Across } from '../../engines/pdq/picture.ts';
import type { Pixels } from '../../engines/pdq/pixels.ts';
import type { Turn } from '../../engines/pdq/source.ts';
import { loadCore } from '../../engines/pdq/wasm-core.ts';
import { exactOf, exactOfLarge, wholeBytes, type ExactHashes } from './hash-exact.ts';
import { readHead, type FileKind } from './hash-head.ts';
import { decode, pixelsOf, type Unread } from './hash-pixels.ts';
import { isDrawable } from './hash-svg.ts';

export interface HashedFile extends ExactHashes {
	readonly kind: FileKind;
	/** Of the picture, those that may be matched. */
	readonly views: ViewHash[];
	/** Why the picture could not be looked at; null where it was. */
	readonly unread: Unread | null;
}

/** Fewer dots are done before a second thread has its copy. */
const worthSharing = 2_000_000;

export class HashSession {
	readonly #core = loadCore();
	#second: Remote<HashSession> | null = null;

	/** The turns across the rows: what the second thread is asked for. */
	across(pixels: Pixels): Partial<Record<Turn, Pair>> {
		return hashHalf(this.#core, pixels, 'across');
	}

	/** What the file is, and its hashes; svg and video are drawn by the panel, see `picture`. `told`: 0 to 1. */
	async file(file: Blob, told: (part: number) => void): Promise<HashedFile> {
		if (file.size > wholeBytes) {
			const { kind } = readHead(new Uint8Array(await file.slice(0, 65_536).arrayBuffer()));
			const exact = await exactOfLarge(file, told);
			return { ...exact, kind, views: [], unread: kind === 'video' ? null : 'too-many-pixels' };
		}
		const bytes = new Uint8Array(await file.arrayBuffer());
		const head = readHead(bytes);
		// It loads while the picture is decoded.
		if (this.#isShared(head)) this.#startSecond();
		// Decoding runs in a thread of the browser meanwhile; it gets a copy, for it may change it.
		const [pixels, exact] = await Promise.all([decode(bytes.slice(), head), exactOf(bytes)]);
		told(0.5);
		const common = { ...exact, kind: head.kind };
		if (typeof pixels === 'string') {
			if (head.kind === 'video') return { ...common, views: [], unread: null };
			if (head.kind !== 'svg') return { ...common, views: [], unread: pixels };
			const drawable = isDrawable(new TextDecoder().decode(bytes));
			return { ...common, views: [], unread: drawable ? null : 'too-many-pixels' };
		}
		return { ...common, views: await this.#views(pixels), unread: null };
	}

	/** Hashes of what the panel drew. */
	async picture(bitmap: ImageBitmap): Promise<ViewHash[]> {
		return this.#views(await pixelsOf(bitmap, false));
	}

	async #views(pixels: Pixels): Promise<ViewHash[]> {
		const across = this.#isShared(pixels) ? this.#beside() : undefined;
		return viewsOf(await hashPicture(this.#core, pixels, across));
	}

	#isShared({ width, height }: { readonly width: number; readonly height: number }): boolean {
		return width * height >= worthSharing && navigator.hardwareConcurrency > 1;
	}

	#startSecond(): Remote<HashSession> {
		return (this.#second ??= wrap<HashSession>(new Worker(self.location.href, { type: 'module' })));
	}

	/** A second thread, ended with this one. Where it cannot start, this one does it. */
	#beside(): Across {
		return async (pixels) => {
			try {
				const rgba = pixels.rgba.slice();
				return await this.#startSecond().across(transfer({ ...pixels, rgba }, [rgba.buffer]));
			} catch {
				return this.across(pixels);
			}
		};
	}
}
