/** What hashes a stored file: decoders belong to the machine, so the entry point brings them. */
import type { ViewHash } from '../../contract/upload-views.ts';

export interface HashedFile {
	/** MediaWiki's base 36. */
	readonly sha1: string;
	/** Hexadecimal. */
	readonly md5: string;
	readonly sha256: string;
	/** Whether a picture could be read of it. */
	readonly isPicture: boolean;
	/** Empty for what is no picture, or whose hashes would say nothing. */
	readonly views: readonly ViewHash[];
}

export interface Hasher {
	/** Rejects where the file breaks its decoder, or takes too long: then the exact hashes are still to be had. */
	hash(bytes: Uint8Array): Promise<HashedFile>;
	stop(): Promise<void>;
}
