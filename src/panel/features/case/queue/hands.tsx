/** In whose hands a case is, and until when it is put off. */
import { usePanel } from '../../../panel.ts';
import { Tag } from '../../../ui/tag.tsx';
import { isMine, isSnoozed } from './lanes.ts';
import { isOver } from './model.ts';
import type { RowProps } from './row.tsx';

export function Hands({ one, desk, nameOf, word }: RowProps) {
	const { words } = usePanel();
	const open = one.reports.map(({ row }) => row).filter((row) => !isOver(row));
	const held = open.find(({ lease }) => lease && Date.parse(lease.until) > Date.parse(desk.now));
	const other = held?.lease?.key ?? open.find(({ assigned }) => assigned !== null)?.assigned ?? null;
	const mine = open.some((row) => isMine(row, desk));
	const snoozed = open.find((row) => isSnoozed(row, desk.now))?.snoozed;
	return (
		<>
			{snoozed && <Tag>{word('row-snoozed', words.time(snoozed))}</Tag>}
			{mine && <Tag kind="success">{word('row-mine')}</Tag>}
			{!mine && other !== null && <Tag>{word('row-with', nameOf(other) ?? word('somebody'))}</Tag>}
		</>
	);
}
