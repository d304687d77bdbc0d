/** Files of a wiki: its log of uploads from a point in time, all files there are, and where the bytes of one lie. */
import * as v from 'valibot';
import { Timestamp } from '../contract/primitives.ts';
import { done, type Outcome } from '../contract/problem.ts';
import { ask, type WikiTransport } from './transport.ts';

/** MediaWiki's SHA-1: base 36, 31 digits. */
const Sha1 = v.pipe(v.string(), v.regex(/^[0-9a-z]{31}$/));

export interface UploadEvent {
	readonly title: string;
	/** Null where the wiki hides it. */
	readonly user: string | null;
	readonly at: string;
	/** Null in entries from before MediaWiki 1.20, which do not say. */
	readonly sha1: string | null;
}

const Continue = v.optional(v.record(v.string(), v.union([v.string(), v.number()])));
const LogShape = v.object({
	continue: Continue,
	query: v.object({
		logevents: v.array(
			v.object({
				title: v.optional(v.string()),
				user: v.optional(v.string()),
				timestamp: v.optional(Timestamp),
				params: v.optional(v.object({ img_sha1: v.optional(Sha1) })),
			}),
		),
	}),
});

/** One page of something that goes on; `next` is what to give back for the following one, null at the end. */
export interface Paged<T> {
	readonly items: readonly T[];
	readonly next: Readonly<Record<string, string>> | null;
}

function pageOf<T>(items: readonly T[], rest: v.InferOutput<typeof Continue>): Paged<T> {
	const next = rest && Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, String(value)]));
	return { items, next: next ?? null };
}

/** Uploads at or after a time, oldest first; entries whose file the wiki hides are left out. */
export async function readUploads(
	transport: WikiTransport,
	from: string,
	next: Paged<unknown>['next'] = null,
): Promise<Outcome<Paged<UploadEvent>>> {
	const params = { list: 'logevents', letype: 'upload', ledir: 'newer', lestart: from, lelimit: 'max' };
	const leprop = 'title|user|timestamp|details';
	const answer = await ask(transport, { action: 'query', params: { ...params, leprop, ...next } }, LogShape);
	if (!answer.ok) return answer;
	const items = answer.value.query.logevents.flatMap(({ title, user, timestamp, params: details }): UploadEvent[] =>
		title === undefined || timestamp === undefined
			? []
			: [{ title, user: user ?? null, at: timestamp, sha1: details?.img_sha1 ?? null }],
	);
	return done(pageOf(items, answer.value.continue));
}

/** When the newest upload was; null where there is none. */
export async function newestUpload(transport: WikiTransport): Promise<Outcome<string | null>> {
	const params = { list: 'logevents', letype: 'upload', lelimit: '1', leprop: 'timestamp' };
	const answer = await ask(transport, { action: 'query', params }, LogShape);
	return answer.ok ? done(answer.value.query.logevents[0]?.timestamp ?? null) : answer;
}

const hexSha1 = v.pipe(v.string(), v.regex(/^[0-9a-f]{40}$/));
export const base36 = (hex: string): string => BigInt(`0x${hex}`).toString(36).padStart(31, '0');

export interface FileOnWiki {
	readonly title: string;
	readonly sha1: string;
	readonly url: string;
	readonly size: number;
	/** Who uploaded this version, where that was asked for and is not hidden. */
	readonly user: string | null;
}

const AllShape = v.object({
	continue: Continue,
	query: v.object({
		allimages: v.array(
			v.object({ title: v.string(), sha1: v.optional(hexSha1), url: v.optional(v.string()), size: v.number() }),
		),
	}),
});

/** All files by name, current versions; with a SHA-1 only those of these bytes. */
export async function readFiles(
	transport: WikiTransport,
	{ sha1, next = null }: { readonly sha1?: string; readonly next?: Paged<unknown>['next'] },
): Promise<Outcome<Paged<FileOnWiki>>> {
	const params = { list: 'allimages', aiprop: 'sha1|url|size', ailimit: 'max', ...next };
	const only = sha1 === undefined ? {} : { aisha1base36: sha1 };
	const answer = await ask(transport, { action: 'query', params: { ...params, ...only } }, AllShape);
	if (!answer.ok) return answer;
	const items = answer.value.query.allimages.flatMap(({ title, sha1: hex, url, size }): FileOnWiki[] =>
		hex === undefined || url === undefined ? [] : [{ title, sha1: base36(hex), url, size, user: null }],
	);
	return done(pageOf(items, answer.value.continue));
}

const VersionsShape = v.object({
	query: v.object({
		pages: v.array(
			v.object({
				title: v.string(),
				imageinfo: v.optional(
					v.array(
						v.object({
							sha1: v.optional(hexSha1),
							url: v.optional(v.string()),
							size: v.optional(v.number(), 0),
							user: v.optional(v.string()),
						}),
					),
				),
			}),
		),
	}),
});

/** Versions of a file, the current one first; of one that was renamed, those of its new name. Empty where there is none. */
export async function readVersions(transport: WikiTransport, title: string): Promise<Outcome<FileOnWiki[]>> {
	const params = { titles: title, redirects: '1', prop: 'imageinfo', iiprop: 'sha1|url|size|user', iilimit: '50' };
	const answer = await ask(transport, { action: 'query', params }, VersionsShape);
	if (!answer.ok) return answer;
	const [page] = answer.value.query.pages;
	return done(
		(page?.imageinfo ?? []).flatMap(({ sha1, url, size, user = null }): FileOnWiki[] =>
			sha1 === undefined || url === undefined
				? []
				: [{ title: page?.title ?? title, sha1: base36(sha1), url, size, user }],
		),
	);
}

const RenderingShape = v.object({
	query: v.object({
		pages: v.array(
			v.object({
				imageinfo: v.optional(
					v.array(
						v.object({
							sha1: v.optional(hexSha1),
							url: v.optional(v.string()),
							mediatype: v.optional(v.string()),
							thumburl: v.optional(v.string()),
						}),
					),
				),
			}),
		),
	}),
});

/** One of the widths that Wikimedia's wikis keep ready (their thumbnail steps); others may be refused. */
const renderedWidth = '500';
/** What has a picture to show; for the others the wiki gives an icon. */
const shown = ['BITMAP', 'DRAWING', 'VIDEO'];
const icons = '/file-type-icons/';

/** Where the wiki's own rendering of a version is: a drawing, a frame of a video. Null where it has none but the file itself. */
export async function readRendering(
	transport: WikiTransport,
	{ title, sha1 }: Pick<FileOnWiki, 'title' | 'sha1'>,
): Promise<Outcome<string | null>> {
	const iiprop = 'sha1|url|mediatype';
	const params = { titles: title, prop: 'imageinfo', iiprop, iiurlwidth: renderedWidth, iilimit: '50' };
	const answer = await ask(transport, { action: 'query', params }, RenderingShape);
	if (!answer.ok) return answer;
	const versions = answer.value.query.pages[0]?.imageinfo ?? [];
	const own = versions.find((one) => one.sha1 !== undefined && base36(one.sha1) === sha1);
	const { url, mediatype = '', thumburl } = own ?? {};
	const isPicture = thumburl !== undefined && thumburl !== url && shown.includes(mediatype);
	return done(isPicture && !thumburl.includes(icons) ? thumburl : null);
}
