/** Everything that is done with one file before it is published: hashed here, then asked for by its hashes. */
import type { SubmittedHashes } from '../../../contract/upload.ts';
import { uploadVerbs } from '../../../contract/upload-verbs.ts';
import type { ViewHash } from '../../../contract/upload-views.ts';
import type { PanelServices } from '../../services.ts';
import type { FileKind } from '../../workers/hash-head.ts';
import type { HashedFile } from '../../workers/hash-session.ts';
import type { Hashing, HashPool } from '../../workers/hash.ts';
import type { FileCheck } from './checks.ts';
import { drawFrames, drawSvg } from './draw.ts';

type Tell = (change: Partial<FileCheck>) => void;

const kinds: Readonly<Record<string, FileKind>> = {
	jpg: 'jpeg',
	jpeg: 'jpeg',
	png: 'png',
	gif: 'gif',
	webp: 'webp',
	svg: 'svg',
	webm: 'video',
	ogv: 'video',
	mp4: 'video',
};

/** What it is, where its name says something else. */
function really(name: string, kind: FileKind): FileKind | null {
	const said = kinds[/\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''];
	return said === undefined || said === kind ? null : kind;
}

type Looked = Omit<HashedFile, 'unread'> & Pick<FileCheck, 'unread'>;

async function drawn(hashing: Hashing, file: Blob, found: HashedFile): Promise<Looked> {
	const { kind, unread } = found;
	let views: ViewHash[] = found.views;
	if (unread !== null || views.length > 0) return found;
	if (kind === 'svg') {
		const bitmap = await drawSvg(file);
		return bitmap ? { ...found, views: await hashing.picture(bitmap) } : found;
	}
	if (kind !== 'video') return found;
	const played = await drawFrames(file, async (bitmap) => {
		views = await hashing.picture(bitmap);
		return views.length > 0;
	});
	return { ...found, views, unread: played ? null : 'unplayed' };
}

/** Told to nobody who is not signed in. What becomes of it among closed lists is told to nobody at all. */
async function askService(services: PanelServices, hashes: SubmittedHashes, tell: Tell): Promise<void> {
	const keeper = services.keeperFor(uploadVerbs);
	const of = { wiki: services.facts.wiki, hashes };
	const sent = await keeper.call('uploadSubmit', of);
	if (!sent.ok) return;
	const [duplicates, told] = await Promise.all([
		keeper.call('uploadDuplicates', of),
		keeper.call('uploadWikiLists', of),
	]);
	tell({
		asked: true,
		...(duplicates.ok ? { near: duplicates.value.near } : {}),
		...(told.ok ? { told: told.value } : {}),
	});
}

export async function checkFile(services: PanelServices, pool: HashPool, file: File, tell: Tell): Promise<void> {
	const hashed = await pool.run(async (hashing) => {
		tell({ state: 'reading' });
		const found = await hashing.file(file, (part) => tell({ part }));
		return drawn(hashing, file, found);
	});
	if (!hashed.ok) return tell({ state: hashed.problem === 'cancelled' ? 'done' : 'failed' });
	const { kind, unread, ...hashes } = hashed.value;
	tell({ state: 'asking', part: 1, unread, really: really(file.name, kind) });
	const same = async (): Promise<void> => {
		const found = await services
			.keeperFor(uploadVerbs)
			.call('sameFiles', { wiki: services.facts.wiki, sha1: hashes.sha1 });
		if (found.ok) tell({ same: found.value });
	};
	await Promise.all([same(), askService(services, hashes, tell)]).catch(() => undefined);
	tell({ state: 'done' });
}
