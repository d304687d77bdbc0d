/** Hashes stored files for the backend with the command line's decoders, in a thread that may die of a bad file. */
import { createHash } from 'node:crypto';
import type { HashedFile, Hasher } from '../../backend/upload/hasher.ts';
import { startThread, type Thread } from '../../backend/upload/thread.ts';
import { viewsOf } from '../../contract/upload-views.ts';
import type { Hashes } from './file-hashes.ts';

/** A picture of a hundred million pixels takes some seconds, ms. */
const longest = 60_000;

interface Verbs {
	hash(bytes: Uint8Array): Promise<HashedFile>;
}

/** What is kept of all hashes of a file. */
export function shortened(hashes: Hashes): HashedFile {
	const { md5, sha1base36: sha1, sha256 } = hashes;
	if ('refused' in hashes) return { md5, sha1, sha256, isPicture: false, views: [] };
	return { md5, sha1, sha256, isPicture: true, views: viewsOf(hashes) };
}

/** The exact hashes alone, for a file that its decoder did not survive. */
function exactOnly(bytes: Uint8Array): HashedFile {
	const digest = (name: string): string => createHash(name).update(bytes).digest('hex');
	const sha1 = BigInt(`0x${digest('sha1')}`)
		.toString(36)
		.padStart(31, '0');
	return { md5: digest('md5'), sha1, sha256: digest('sha256'), isPicture: false, views: [] };
}

export function startHasher(): Hasher {
	let thread: Thread<Verbs> | null = null;
	return {
		async hash(bytes) {
			thread ??= startThread<Verbs>(new URL('./upload-hasher.worker.ts', import.meta.url));
			const own = thread;
			const timer = setTimeout(() => void own.stop(), longest);
			try {
				return await own.call('hash', [bytes]);
			} catch {
				thread = null;
				await own.stop();
				return exactOnly(bytes);
			} finally {
				clearTimeout(timer);
			}
		},
		async stop() {
			await thread?.stop();
		},
	};
}
