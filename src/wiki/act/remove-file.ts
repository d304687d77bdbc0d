/** A file taken down for good by somebody with the right: deleted, hidden from administrators too, its thumbnails dropped. */
import * as v from 'valibot';
import { done, failed, type Outcome } from '../../contract/problem.ts';
import { ask, type WikiTransport } from '../transport.ts';
import { base36 } from '../uploads.ts';
import { change } from './change.ts';

export interface Removal {
	/** `File:…`. */
	readonly title: string;
	/** Base 36: these bytes and no others. */
	readonly sha1: string;
	/** For the wiki's logs, which anybody may read: says nothing of what was in it. */
	readonly reason: string;
}

export interface Removed {
	/** Versions that this deleted; none where somebody else was faster. */
	readonly deleted: number;
	/** Deleted versions with these bytes that administrators cannot see either now. */
	readonly suppressed: number;
}

/** Without all of them nothing is begun: a file that is deleted and not hidden is still there for hundreds of people. */
const rights = ['delete', 'deletedhistory', 'deleterevision', 'suppressrevision'];

const RightsShape = v.object({ query: v.object({ userinfo: v.object({ rights: v.array(v.string()) }) }) });
const Hex = v.pipe(v.string(), v.regex(/^[0-9a-f]{40}$/));
const VersionsShape = v.object({
	query: v.object({
		pages: v.array(
			v.object({
				imageinfo: v.optional(v.array(v.object({ sha1: v.optional(Hex), archivename: v.optional(v.string()) })), []),
			}),
		),
	}),
});
const ArchiveShape = v.object({
	query: v.object({ filearchive: v.array(v.object({ id: v.number(), name: v.string() })) }),
});
const Any = v.object({});
const HiddenShape = v.object({
	revisiondelete: v.object({ status: v.string(), items: v.array(v.object({ status: v.string() })) }),
});

async function mayRemove(transport: WikiTransport): Promise<Outcome<null>> {
	const params = { meta: 'userinfo', uiprop: 'rights' };
	const own = await ask(transport, { action: 'query', params }, RightsShape);
	if (!own.ok) return own;
	const missing = rights.filter((right) => !own.value.query.userinfo.rights.includes(right));
	return missing.length === 0 ? done(null) : failed('forbidden', missing);
}

/** The whole file where its current version is the one; else the older versions that are. */
async function deleteVersions(transport: WikiTransport, as: string, file: Removal): Promise<Outcome<number>> {
	const { title, reason } = file;
	const params = { titles: title, prop: 'imageinfo', iiprop: 'sha1|archivename', iilimit: '500' };
	const found = await ask(transport, { action: 'query', params }, VersionsShape);
	if (!found.ok) return found;
	const versions = found.value.query.pages[0]?.imageinfo ?? [];
	const same = versions.filter(({ sha1 }) => sha1 !== undefined && base36(sha1) === file.sha1);
	const isCurrent = same.some(({ archivename }) => archivename === undefined || archivename === '');
	const targets = isCurrent ? [{}] : same.map(({ archivename = '' }) => ({ oldimage: archivename }));
	for (const target of targets) {
		const gone = await change(transport, as, { action: 'delete', params: { title, reason, ...target } }, Any);
		if (!gone.ok) return gone;
	}
	return done(targets.length);
}

async function suppress(transport: WikiTransport, as: string, file: Removal): Promise<Outcome<number>> {
	const { title, reason, sha1 } = file;
	const params = { list: 'filearchive', fasha1base36: sha1, falimit: '500' };
	const found = await ask(transport, { action: 'query', params }, ArchiveShape);
	if (!found.ok) return found;
	const name = title.slice(title.indexOf(':') + 1).replaceAll(' ', '_');
	const ids = found.value.query.filearchive.filter((one) => one.name === name).map(({ id }) => id);
	if (ids.length === 0) return done(0);
	const hide = { type: 'filearchive', target: title, ids: ids.join('|'), hide: 'content', suppress: 'yes', reason };
	const hidden = await change(transport, as, { action: 'revisiondelete', params: hide }, HiddenShape);
	if (!hidden.ok) return hidden;
	return done(hidden.value.revisiondelete.items.filter(({ status }) => status === 'Success').length);
}

/** Can be done again where it stopped. Problems: `forbidden` with the rights that are missing, before anything is done. */
export async function removeFile(transport: WikiTransport, as: string, file: Removal): Promise<Outcome<Removed>> {
	const may = await mayRemove(transport);
	if (!may.ok) return may;
	const deleted = await deleteVersions(transport, as, file);
	if (!deleted.ok) return deleted;
	const suppressed = await suppress(transport, as, file);
	if (!suppressed.ok) return suppressed;
	// Deleting drops them as well; this is for those that a cache has made since.
	await ask(transport, { action: 'purge', params: { titles: file.title } }, Any);
	return done({ deleted: deleted.value, suppressed: suppressed.value });
}
