/** Messages of a case that may be hard to read: how many there are, and their words once they are asked for. */
import type { ComponentChildren } from 'preact';
import { Accordion } from '../../../ui/accordion.tsx';
import { Severe } from './severe.tsx';
import { useKeepWords } from './words.ts';

export function FoldedLetters({
	when,
	count,
	children,
}: {
	when: boolean;
	count: number;
	children: ComponentChildren;
}) {
	const say = useKeepWords();
	if (!when || count === 0) return <>{children}</>;
	return (
		<Severe when>
			<div class="wh-accordions">{say && <Accordion title={say('folded-messages', count)}>{children}</Accordion>}</div>
		</Severe>
	);
}
