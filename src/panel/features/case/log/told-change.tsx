/** What became of words that are part of a change: as `Told` says it, and what came in between where it was not made. */
import { Told, type ToldWords } from '../../../writing/told.tsx';
import type { Writing } from '../../../writing/use-writing.ts';
import { ConflictMessage } from './merge.tsx';
import { conflictOf } from './write.ts';

export function ToldChange(props: { writing: Writing; unsaved: boolean; say: ToldWords }) {
	const { writing, unsaved, say } = props;
	const conflict = writing.problem && conflictOf(writing.problem);
	return (
		<>
			{conflict && <ConflictMessage conflict={conflict} />}
			<Told writing={conflict ? { ...writing, problem: null } : writing} unsaved={unsaved} say={say} />
		</>
	);
}
