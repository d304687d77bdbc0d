/** What of the tray goes into the report; null while the wiki is still being asked who wrote a piece. */
import type { Evidence } from '../../../../contract/evidence.ts';
import { namedIn } from '../named.ts';
import type { Extra } from './extra.ts';
import { fitting } from '../../../attachments/room.ts';
import { pieceKey, type Tray } from './store.ts';

/** `first` is the evidence of the report's subject; `child`: a kind that takes no attachment. */
export function extraOf(
	tray: Tray | null,
	unanswered: ReadonlyMap<string, Evidence>,
	first: Evidence | null,
	child: boolean,
): Extra | null {
	if (!tray) return null;
	const evidence: Evidence[] = [];
	const named: string[] = [];
	for (const piece of tray.pieces) {
		const { target } = piece;
		const found = piece.evidence ?? unanswered.get(pieceKey(target));
		if (!found) return null;
		evidence.push(found);
		named.push(...namedIn(target, found, []));
	}
	const attachments = child ? [] : tray.attachments.map(({ attachment }) => attachment);
	const before = first ? [first] : [];
	return { evidence: fitting([...before, ...evidence], attachments).slice(before.length), attachments, named };
}
