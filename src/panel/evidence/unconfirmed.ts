/** Evidence as it was clicked, where the wiki could not be asked: marked as not confirmed. */
import type { Evidence } from '../../contract/evidence.ts';
import type { Target } from '../../contract/target.ts';

/** An address on the wiki that leads to the target by what is known of it. */
function addressOf(target: Target): string {
	const query = new URLSearchParams();
	if (target.logId !== undefined) {
		query.set('title', 'Special:Log');
		query.set('logid', String(target.logId));
	} else {
		query.set('title', target.page ?? (target.author ? `User:${target.author}` : 'Special:RecentChanges'));
		const revision = target.revision ?? target.shownRevision;
		if (revision !== undefined) query.set('oldid', String(revision));
	}
	return `${target.wiki}/index.php?${query.toString()}`;
}

export const unconfirmed = (target: Target): Evidence => ({
	target,
	permalink: addressOf(target).slice(0, 2000),
	state: 'unconfirmed',
});
