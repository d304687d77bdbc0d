/** Which of the edits that the evidence names. */
import { Select } from '../../queue/select.tsx';
import type { Piece } from '../plan.ts';
import type { ActWords } from '../words.ts';

export function WhichEdit(props: {
	pieces: readonly Piece[];
	revision: number;
	onEdit: (edit: Pick<Piece, 'page' | 'revision'>) => void;
	say: ActWords;
}) {
	const { pieces, say } = props;
	if (pieces.length === 0) return <p>{say('act-no-edits')}</p>;
	return (
		<Select
			label={say('act-which-edit')}
			options={pieces.map(({ revision, page, author }) => ({
				id: String(revision),
				label: say('act-edit', String(revision), page, author ?? '?'),
			}))}
			chosen={String(props.revision)}
			onChoose={(id) => {
				const piece = pieces.find(({ revision }) => String(revision) === id);
				if (piece) props.onEdit({ page: piece.page, revision: piece.revision });
			}}
		/>
	);
}
