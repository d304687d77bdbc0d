/** Opens a commitment of the public log for an auditor: every leaf with its salt and its text. */
import type { Store } from '../../store/open.ts';
import { loggedVersion } from '../../store/upload-log.ts';
import { leavesOf } from './commit.ts';

/** Lines of JSON; null where there is no such version. Of a list that was removed the hashes are gone after a while. */
export async function openVersion(
	store: Pick<Store, 'db'>,
	list: string,
	version: number,
): Promise<AsyncIterable<string> | null> {
	const row = Number.isSafeInteger(version) ? await loggedVersion(store.db, list, version) : undefined;
	if (!row) return null;
	async function* lines(own: NonNullable<typeof row>): AsyncGenerator<string> {
		for await (const { leaf, salt, text } of leavesOf(store, list, own)) {
			yield `${JSON.stringify({ leaf: leaf.toString('hex'), salt: salt.toString('hex'), text })}\n`;
		}
	}
	return lines(row);
}
