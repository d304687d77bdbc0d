/** What is done with an edit: taken back, or parts of its revision hidden. */
import type { ActFacts } from '../../../../../contract/act.ts';
import { Checkbox } from '../../../../ui/checkbox.tsx';
import { Chips } from '../../../../ui/chips.tsx';
import type { Piece, Plan } from '../plan.ts';
import type { ActWords } from '../words.ts';
import { Reason } from './reason.tsx';
import { WhichEdit } from './which-edit.tsx';

interface Props<Part> {
	pieces: readonly Piece[];
	facts: ActFacts;
	part: Part;
	onChange: (part: Partial<Part>) => void;
	say: ActWords;
}

export function Revert({ pieces, facts, part, onChange, say }: Props<Plan['revert']>) {
	return (
		<>
			<WhichEdit pieces={pieces} revision={part.revision} onEdit={onChange} say={say} />
			{facts.rights.includes('rollback') && (
				<Chips
					legend={say('act-how')}
					chips={[
						{ id: 'undo', label: say('act-how-undo') },
						{ id: 'rollback', label: say('act-how-rollback') },
					]}
					chosen={part.how}
					onChoose={(how) => onChange({ how })}
				/>
			)}
		</>
	);
}

const parts = ['content', 'comment', 'user'] as const;

export function Hide({ pieces, facts, part, onChange, say }: Props<Plan['hide']>) {
	return (
		<>
			<WhichEdit pieces={pieces} revision={part.revision} onEdit={onChange} say={say} />
			{parts.map((one) => (
				<Checkbox
					key={one}
					label={say(`act-part-${one}`)}
					checked={part.parts.includes(one)}
					onCheck={(on) => onChange({ parts: parts.filter((it) => (it === one ? on : part.parts.includes(it))) })}
				/>
			))}
			{facts.rights.includes('suppressrevision') && (
				<Checkbox label={say('act-suppress')} checked={part.suppress} onCheck={(suppress) => onChange({ suppress })} />
			)}
			<Reason list={[]} reason={part.reason} onReason={(reason) => onChange({ reason })} say={say} />
		</>
	);
}
