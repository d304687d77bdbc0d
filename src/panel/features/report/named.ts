/** Everybody a report names: they never receive it. */
import type { Evidence } from '../../../contract/evidence.ts';
import type { Target } from '../../../contract/target.ts';

/** A user name as MediaWiki writes it: no underscores, no namespace prefix typed by habit, first letter big. */
export function userNameOf(typed: string): string {
	const name = typed.replace(/_/g, ' ').replace(/^\s*@/, '').replace(/\s+/g, ' ').trim();
	const [first = ''] = name;
	return first.toLocaleUpperCase('en') + name.slice(first.length);
}

/** The author as clicked and as the wiki knows them may differ where a page lied: both are left out. */
export function namedIn(target: Target, evidence: Evidence | null, also: readonly string[]): string[] {
	const signers = evidence?.reading?.signers ?? [];
	const names = [target.author, evidence?.target.author, evidence?.addedBy?.user, ...signers, ...also];
	return [...new Set(names.filter((name) => typeof name === 'string').map(userNameOf))].filter((name) => name !== '');
}
