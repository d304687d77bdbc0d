/** A Codex icon as SVG, drawn from its path data without parsing markup in the document. */
import type { Icon as CodexIcon } from '@wikimedia/codex-icons';

/** Path data of an icon; of one that turns around, its left-to-right form. */
function pathsOf(icon: CodexIcon): string[] {
	const text = typeof icon === 'string' ? icon : 'ltr' in icon && typeof icon.ltr === 'string' ? icon.ltr : '';
	return [...text.matchAll(/ d="([^"]+)"/g)].map((match) => match[1] ?? '');
}

/** Decorative: what it means is said in words beside it. `turns` mirrors it in right-to-left text. */
export function Icon({ icon, turns = false }: { icon: CodexIcon; turns?: boolean }) {
	return (
		<svg class={turns ? 'wh-icon wh-icon--turns' : 'wh-icon'} viewBox="0 0 20 20" aria-hidden="true">
			{pathsOf(icon).map((path) => (
				<path key={path} d={path} />
			))}
		</svg>
	);
}
