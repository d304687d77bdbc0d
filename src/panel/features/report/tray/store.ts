/** The tray's rows in the vault: one a piece, so that what two tabs add at the same time is kept of both. */
import type { Attachment } from '../../../../contract/attachment.ts';
import type { Evidence } from '../../../../contract/evidence.ts';
import type { Target } from '../../../../contract/target.ts';
import type { KeptAttachment, Piece } from '../../../../contract/tray.ts';
import { draftKey, type Vault } from '../../../../contract/vault.ts';

export interface Tray {
	readonly pieces: readonly Piece[];
	readonly attachments: readonly KeptAttachment[];
}

/** The same thing clicked twice has the same; two passages of one page differ. */
export const pieceKey = (target: Target): string => `${draftKey(target)}|${target.quote ?? ''}`;

const rowOf = (draft: string, what: string): string => `${draft}#${what}`;
const oldestFirst = <T extends { at: string }>(rows: readonly T[]): T[] =>
	[...rows].sort((one, two) => (one.at < two.at ? -1 : one.at > two.at ? 1 : 0));

export async function readTray(vault: Vault, draft: string): Promise<Tray> {
	const [pieces, attachments] = await Promise.all([vault.all('pieces'), vault.all('attachments')]);
	const ofDraft = <T extends { draft: string; at: string }>(rows: { value: T }[]): T[] =>
		oldestFirst(rows.map(({ value }) => value).filter((row) => row.draft === draft));
	return { pieces: ofDraft(pieces), attachments: ofDraft(attachments) };
}

/** The edits that a report holds already: as they were picked, or as those that added what was clicked. */
export function heldEdits(held: readonly { target: Target; evidence: Evidence | null }[]): ReadonlySet<number> {
	const found = held.flatMap(({ target, evidence }) => {
		if (target.type === 'revision') return [target.revision ?? target.shownRevision];
		// Of a page or file as a whole the evidence is what stood there, whoever saved it.
		return target.type === 'page' || target.type === 'file' ? [] : [evidence?.addedBy?.revision];
	});
	return new Set(found.filter((revision) => revision !== undefined));
}

export const keepPiece = (vault: Vault, piece: Piece): Promise<void> =>
	vault.put('pieces', rowOf(piece.draft, pieceKey(piece.target)), piece);

/** What the wiki said of it; nothing where the person took it out in between. */
export async function keepEvidence(vault: Vault, piece: Piece, evidence: Evidence): Promise<void> {
	const row = await vault.get('pieces', rowOf(piece.draft, pieceKey(piece.target)));
	if (row) await keepPiece(vault, { ...row, evidence });
}

export const dropPiece = (vault: Vault, { draft, target }: Piece): Promise<void> =>
	vault.drop('pieces', rowOf(draft, pieceKey(target)));

export const keepAttachment = (vault: Vault, draft: string, attachment: Attachment, at: string): Promise<void> =>
	vault.put('attachments', rowOf(draft, attachment.sha256), { draft, attachment, at });

export const dropAttachment = (vault: Vault, { draft, attachment }: KeptAttachment): Promise<void> =>
	vault.drop('attachments', rowOf(draft, attachment.sha256));

export async function isCollecting(vault: Vault, target: Target): Promise<boolean> {
	const row = await vault.get('collecting', target.wiki);
	return row !== undefined && draftKey(row.target) === draftKey(target);
}

/** Trays of reports that arrived while no panel was open to see it. */
export async function sweep(vault: Vault): Promise<void> {
	const rows = [...(await vault.all('pieces')), ...(await vault.all('attachments'))];
	for (const key of new Set(rows.map(({ value }) => value.draft))) {
		const draft = await vault.get('drafts', key);
		const report = draft?.sentAs ? await vault.get('reports', draft.sentAs) : undefined;
		if (draft && report?.receipt) await emptyTray(vault, draft.target);
	}
}

/** The report has arrived: nothing of its tray stays on this device. */
export async function emptyTray(vault: Vault, target: Target): Promise<void> {
	const draft = draftKey(target);
	const { pieces, attachments } = await readTray(vault, draft);
	await Promise.all([
		...pieces.map((piece) => dropPiece(vault, piece)),
		...attachments.map((one) => dropAttachment(vault, one)),
	]);
	if (await isCollecting(vault, target)) await vault.drop('collecting', target.wiki);
}
