/** A link to the wiki: opens beside the panel, tells the other side nothing of us. */
import type { ComponentChildren } from 'preact';

/** Only http and https are followed, whatever a page claimed. */
export const safeUrl = (url: string): string | undefined => (/^https?:\/\//i.test(url) ? url : undefined);

export function WikiLink({ url, children }: { url: string; children: ComponentChildren }) {
	const href = safeUrl(url);
	if (!href) return <span>{children}</span>;
	return (
		<a class="wh-link" href={href} target="_blank" rel="noopener noreferrer">
			{children}
		</a>
	);
}
