/** Ways to turn that need no server of ours, as far as this wiki has them: links, each to a place of its own. */
import { readConfig } from '../../../wiki/config.ts';
import { readTurnPages } from '../../../wiki/incident-config.ts';
import { hasSpecialPage } from '../../../wiki/special-page.ts';
import type { WikiTransport } from '../../../wiki/transport.ts';

export interface Way {
	readonly kind: 'incident' | 'wiki-mail' | 'mail' | 'page';
	readonly href: string;
	/** Whom or what it leads to, in the wiki's words. */
	readonly name: string;
}

/** `addressOf` a title. What cannot be read is left out: the rest stays. */
export async function readWays(transport: WikiTransport, addressOf: (title: string) => string): Promise<Way[]> {
	const [read, turn, incident] = await Promise.all([
		readConfig(transport),
		readTurnPages(transport),
		hasSpecialPage(transport, 'ReportIncident'),
	]);
	const config = read.ok ? read.value.config : undefined;
	const { user, email } = config?.emergency ?? {};
	const ways: Way[] = [];
	if (incident.ok && incident.value)
		ways.push({ kind: 'incident', href: addressOf('Special:ReportIncident'), name: '' });
	if (user !== undefined) ways.push({ kind: 'wiki-mail', href: addressOf(`Special:EmailUser/${user}`), name: user });
	if (email !== undefined) ways.push({ kind: 'mail', href: `mailto:${email}`, name: email });
	const own = [...(config?.helpPage ? [{ title: config.helpPage }] : []), ...(config?.support ?? [])];
	const pages = [
		...own.map((page) => ({ href: addressOf(page.title), name: ('label' in page && page.label) || page.title })),
		...(turn.ok ? turn.value : []).map(({ title = '', url }) => ({
			href: url ?? addressOf(title),
			name: url ?? title,
		})),
	];
	// The same place once, under its first name.
	const once = new Map<string, Way>();
	for (const page of pages) if (!once.has(page.href)) once.set(page.href, { kind: 'page', ...page });
	return [...ways, ...once.values()];
}
