/** Whose user page a page is. */
import { samePerson } from '../../domain/people/names.ts';

/** Whether a page is the user page or the user talk page of this account, or below one. */
export function isOwnPage({ page, namespace }: { page: string; namespace: number }, user: string): boolean {
	if (namespace !== 2 && namespace !== 3) return false;
	const [owner = ''] = page.slice(page.indexOf(':') + 1).split('/');
	return samePerson(owner, user);
}
