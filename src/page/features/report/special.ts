/** Whom a special page or a user page is about. */
import type { PageFacts } from '../../../contract/page-panel.ts';
import { targetField } from '../../selectors.ts';

/** After the first slash of a special page's title, or in its address or form; null where nobody is named. */
export function specialTarget(facts: PageFacts): string | null {
	const { searchParams } = new URL(location.href);
	const typed = document.querySelector<HTMLInputElement>(targetField)?.value;
	const named = /\/(.+)/.exec(facts.title ?? '')?.[1];
	const found =
		typed || named || searchParams.get('target') || searchParams.get('user') || searchParams.get('wpTarget');
	return found ? found.replace(/_/g, ' ') : null;
}

/** `User:Ana/Drafts` is Ana's, in every language's name of the namespace. */
export const pageOwner = (facts: PageFacts): string | null => /^[^:]+:([^/]+)/.exec(facts.title ?? '')?.[1] ?? null;
