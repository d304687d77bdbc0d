/** What cannot be read here (drawings, videos, rare formats, huge files) is seen as the wiki itself renders it. */
import type { ViewHash } from '../../contract/upload-views.ts';
import type { FileOnWiki } from '../../wiki/uploads.ts';
import type { Hasher } from './hasher.ts';
import type { FollowedWiki } from './wikis.ts';

/** Empty where the wiki renders nothing either; null where it cannot be asked now. */
export async function renderedViews(
	wiki: FollowedWiki,
	file: FileOnWiki,
	hasher: Hasher,
): Promise<readonly ViewHash[] | null> {
	const rendering = await wiki.rendering(file);
	if (!rendering.ok) return null;
	if (rendering.value === null) return [];
	const bytes = await wiki.bytes({ url: rendering.value });
	return bytes && (await hasher.hash(bytes)).views;
}
