/** What uploaders' clients ask: of closed lists they learn nothing; of the wiki's own files and lists, what is public anyway. */
import { isOn } from '../../domain/config/model.ts';
import { done, failed, type Outcome } from '../../contract/problem.ts';
import type { SubmittedHashes } from '../../contract/upload.ts';
import { packViews, unpackViews } from '../../contract/upload-views.ts';
import type { SignedIn } from '../auth/caller.ts';
import type { Services } from '../services.ts';
import { titlesOf } from '../store/upload-files.ts';
import { keepSubmission } from '../store/upload-submissions.ts';
import { hitsIn } from '../upload/match.ts';
import type { Upload } from '../upload/upload.ts';
import type { Handler } from './handler.ts';

/** The same refusals for everybody, whatever the file: none depends on a list. */
async function allowed(caller: SignedIn, { upload, directory }: Services): Promise<Outcome<Upload>> {
	if (!upload) return failed('switched-off');
	const wiki = await directory.config(caller.wiki);
	if (wiki.ok && !isOn(wiki.value, 'upload')) return failed('switched-off');
	const wait = await upload.take(caller.tokenHash);
	return wait === null ? done(upload) : failed('rate-limited', [String(wait)]);
}

const packed = ({ sha1, md5, sha256, views }: SubmittedHashes) => ({
	sha1,
	md5: Buffer.from(md5, 'hex'),
	sha256: Buffer.from(sha256, 'hex'),
	views: packViews(views),
});

export const uploadSubmit: Handler<'uploadSubmit'> = async ({ body, caller, afterAnswer }, services) => {
	const upload = await allowed(caller, services);
	if (!upload.ok) return upload;
	const tag = upload.value.tagOf(caller.wiki, caller.user, body.sha1);
	const row = { tag, wiki: caller.wiki, at: services.now(), state: 'waiting', ...packed(body) };
	await keepSubmission(services.store, row);
	afterAnswer(() => upload.value.submitted(tag));
	return done({});
};

export const uploadDuplicates: Handler<'uploadDuplicates'> = async ({ body, caller }, services) => {
	const upload = await allowed(caller, services);
	if (!upload.ok) return upload;
	const { files, wikis } = upload.value;
	const wiki = wikis.find((one) => one.base === caller.wiki);
	if (!wiki) return failed('config-missing');
	const same = await titlesOf(services.store.db, caller.wiki, body.sha1);
	const alike = await files.near(caller.wiki, unpackViews(packViews(body.views)).hashes);
	/** What the wiki shows at this moment: a file that was deleted since is not named. */
	const isThere = async (title: string, sha1: string): Promise<boolean> => {
		const found = await wiki.find(title, sha1);
		return found.ok && found.value?.title === title;
	};
	const exact: string[] = [];
	for (const { title } of same) if (await isThere(title, body.sha1)) exact.push(title);
	const near: { title: string; distance: number }[] = [];
	for (const { title, sha1, distance } of alike) {
		if (sha1 !== body.sha1 && (await isThere(title, sha1))) near.push({ title, distance });
	}
	return done({ exact, near });
};

export const uploadWikiLists: Handler<'uploadWikiLists'> = async ({ body, caller }, services) => {
	const upload = await allowed(caller, services);
	if (!upload.ok) return upload;
	const { checking, indexes } = upload.value;
	const lists = checking.lists.filter((list) => list.class === 'wiki' && list.wiki === caller.wiki);
	const matching = { store: services.store, lists, indexes };
	const hits = await hitsIn(matching, 'wiki', lists, packed(body));
	const hit = lists.filter((list) => hits.some((one) => one.list === list.id));
	const told = hit.find((list) => list.action === 'hold') ?? hit[0];
	return done({ action: told?.action ?? 'none', list: told?.id ?? null });
};
