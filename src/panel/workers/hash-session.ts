/** What the hash worker does with a file: everything that is known of it, without a byte of it leaving this device. */
import { wrap, transfer, type Remote } from 'comlink';
import { viewsOf, type ViewHash } from '../../contract/upload-views.ts';
import { hashHalf, hashTurns, type Hashes } from '../../engines/pdq/hash.ts';
import { hashPicture } from '../../engines/pdq/picture.ts';
import type { Pixels } from '../../engines/pdq/pixels.ts';
import { rasterOf } from '../../engines/pdq/raster.ts';
import { loadCore } from '../../engines/pdq/wasm-core.ts';
import { exactOf, exactOfLarge, wholeBytes, type ExactHashes } from './hash-exact.ts';
import { rasterOfFrame, type Frame } from './hash-frame.ts';
import { readHead, type FileKind } from './hash-head.ts';
import { decode, mostPixels, readBitmap, type Unread } from './hash-pixels.ts';
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

/** The longest that the second thread may take, ms: then the first does its half too. */
const patience = 15_000;

interface Second {
	readonly worker: Worker;
	readonly session: Remote<HashSession>;
	/** Rejects where no answer will come: a thread that breaks tells nobody. */
	lost(): Promise<never>;
}

function startSecond(): Second {
	const worker = new Worker(self.location.href, { type: 'module' });
	const lost = (): Promise<never> =>
		new Promise((_, reject) => {
			const end = (): void => reject(new Error('no answer'));
			setTimeout(end, patience);
			for (const type of ['error', 'messageerror']) worker.addEventListener(type, end, { once: true });
		});
	return { worker, session: wrap<HashSession>(worker), lost };
}

export class HashSession {
	readonly #core = loadCore();
	#second: Second | null = null;

	/** The turns across the rows: what the second thread is asked for. Closes a frame. */
	async across(picture: Pixels | Frame): Promise<Hashes> {
		if (!('frame' in picture)) return hashHalf(this.#core, rasterOf(picture), 'across');
		try {
			return await hashHalf(this.#core, rasterOfFrame(picture), 'across');
		} finally {
			picture.frame.close();
		}
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
		if (this.#isShared(head.width, head.height)) this.#startSecond();
		// Decoding runs in a thread of the browser meanwhile; it gets a copy, for it may change it.
		const [picture, exact] = await Promise.all([decode(bytes.slice(), head), exactOf(bytes)]);
		told(0.5);
		const common = { ...exact, kind: head.kind };
		if (typeof picture === 'string') {
			if (head.kind === 'video') return { ...common, views: [], unread: null };
			if (head.kind !== 'svg') return { ...common, views: [], unread: picture };
			const drawable = isDrawable(new TextDecoder().decode(bytes));
			return { ...common, views: [], unread: drawable ? null : 'too-many-pixels' };
		}
		return { ...common, views: await this.#views(picture), unread: null };
	}

	/** Hashes of what the panel drew. */
	async picture(bitmap: ImageBitmap): Promise<ViewHash[]> {
		return this.#views(await readBitmap(bitmap, false));
	}

	async #views(picture: Pixels | Frame): Promise<ViewHash[]> {
		if (!('frame' in picture)) return viewsOf(await hashPicture(this.#core, picture, (seen) => this.#beside(seen)));
		try {
			const variants = await hashTurns(this.#core, rasterOfFrame(picture), () => this.#beside(picture));
			return viewsOf({ variants });
		} finally {
			picture.frame.close();
		}
	}

	#isShared(width: number, height: number): boolean {
		const dots = width * height;
		return dots >= worthSharing && dots <= mostPixels && navigator.hardwareConcurrency > 1;
	}

	/** Null where none may be started. */
	#startSecond(): Second | null {
		try {
			return (this.#second ??= startSecond());
		} catch {
			return null;
		}
	}

	/** A second thread, ended with this one, gets a copy, or a frame of the same dots. Where there is none, this one does it. */
	async #beside(picture: Pixels | Frame): Promise<Hashes> {
		const own = (): Pixels | Frame => ('frame' in picture ? { ...picture, frame: picture.frame.clone() } : picture);
		const { width, height } = 'frame' in picture ? rasterOfFrame(picture) : picture;
		const second = this.#isShared(width, height) ? this.#startSecond() : null;
		if (!second) return this.across(own());
		try {
			const given = 'frame' in picture ? own() : { ...picture, rgba: picture.rgba.slice() };
			const sent = transfer(given, ['frame' in given ? given.frame : given.rgba.buffer]);
			return await Promise.race([second.session.across(sent), second.lost()]);
		} catch {
			second.worker.terminate();
			this.#second = null;
			return this.across(own());
		}
	}
}
