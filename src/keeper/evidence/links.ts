/** Addresses that lead a reader to the evidence, whatever the wiki's short addresses look like. */

const script = (wiki: string, query: Record<string, string>): string =>
	`${wiki}/index.php?${new URLSearchParams(query).toString()}`;

export const revisionLink = (wiki: string, revision: number): string => script(wiki, { oldid: String(revision) });
export const diffLink = (wiki: string, revision: number): string => script(wiki, { diff: String(revision) });
export const pageLink = (wiki: string, title: string): string => script(wiki, { title });
export const logLink = (wiki: string, id: number): string => script(wiki, { title: 'Special:Log', logid: String(id) });
