/** Keeps lists fresh: sources are asked every hour, a wiki's own list pages every minute; removed lists are deleted. */
import { readPage } from '../../wiki/revisions.ts';
import type { Log } from '../log.ts';
import type { Store } from '../store/open.ts';
import { listRow, updateList } from '../store/upload-lists.ts';
import { deleteRemoved } from '../store/upload-removal.ts';
import type { ListConfig } from '../upload/config.ts';
import type { Upload } from '../upload/upload.ts';
import { startLoop } from './loop.ts';

const minute = 60 * 1000;
const hour = 60 * minute;

interface Needs {
	readonly store: Store;
	readonly log: Log;
	now(): number;
}

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
	yield await Promise.resolve(Buffer.from(text));
}

/** Takes a wiki's page as the whole of a list, where it has changed: what is no longer on it is withdrawn. */
export async function takePage(list: ListConfig, { lists, wikis }: Upload, { store }: Needs): Promise<void> {
	const wiki = wikis.find((one) => one.base === list.wiki);
	if (!wiki || list.page === undefined) return;
	const page = await readPage(wiki.transport, list.page);
	if (!page.ok) return;
	const [newest] = page.value.revisions;
	const revision = String(newest?.id ?? 0);
	if ((await listRow(store.db, list.id))?.since === revision) return;
	if ((await lists.remove(list.id)) === null) return;
	await lists.importFile(list.id, bytesOf(newest?.text ?? ''));
	await updateList(store, list.id, { since: revision });
}

export function keepListsFresh(upload: Upload, needs: Needs, signal: AbortSignal): void {
	const { checking, lists } = upload;
	startLoop(
		hour,
		async () => {
			for (const { id, source } of checking.lists) if (source) await lists.fetch(id);
			await deleteRemoved(needs.store, needs.now() - hour);
		},
		needs.log,
		signal,
	);
	const pages = checking.lists.filter((list) => list.page !== undefined);
	if (pages.length === 0) return;
	const run = async (): Promise<void> => {
		for (const list of pages) await takePage(list, upload, needs);
	};
	startLoop(minute, run, needs.log, signal);
}
