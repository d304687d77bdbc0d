/** The tray of one report: read from the vault, shared by all tabs, every piece confirmed by the wiki as it is added. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { mostPieces } from '../../../../contract/attachment.ts';
import type { Evidence } from '../../../../contract/evidence.ts';
import type { Target } from '../../../../contract/target.ts';
import type { KeptAttachment, Piece } from '../../../../contract/tray.ts';
import { draftKey } from '../../../../contract/vault.ts';
import { gatherEvidence } from '../../../evidence/gather.ts';
import { usePanel } from '../../../panel.ts';
import {
	dropAttachment,
	dropPiece,
	isCollecting,
	keepEvidence,
	keepPiece,
	pieceKey,
	readTray,
	sweep,
	type Tray,
} from './store.ts';

/** What became of the thing that was clicked to be added. */
export type Arrival = 'added' | 'twice' | 'full';

export interface TrayState {
	/** null while it is being read. */
	readonly tray: Tray | null;
	readonly collecting: boolean;
	readonly arrival: Arrival | null;
	/** The vault refused: what was added is lost with the panel. */
	readonly unsaved: boolean;
	/** What the wiki was asked for in vain, by `pieceKey`: as it was clicked. Asked again when the panel opens again. */
	readonly unanswered: ReadonlyMap<string, Evidence>;
	collect(on: boolean): Promise<void>;
	/** Adds what was picked as far as there is room; gives how many were added. */
	pick(targets: readonly Target[]): Promise<number>;
	remove(piece: Piece): Promise<void>;
	detach(one: KeptAttachment): Promise<void>;
	/** Reads again: here or in another tab something was added. */
	read(): Promise<void>;
}

/** `open`: false while it is not known yet whether the report was sent and its tray is to be emptied. */
export function useTray(subject: Target, added: Target | null, open: boolean): TrayState {
	const { services } = usePanel();
	const { vault } = services;
	const draft = draftKey(subject);
	const [tray, setTray] = useState<Tray | null>(null);
	const [collecting, setCollecting] = useState(false);
	const [arrival, setArrival] = useState<Arrival | null>(null);
	const [unsaved, setUnsaved] = useState(false);
	const [unanswered, setUnanswered] = useState<ReadonlyMap<string, Evidence>>(new Map());
	const life = useRef(true);

	const read = async (): Promise<void> => {
		const [rows, on] = await Promise.all([readTray(vault, draft), isCollecting(vault, subject)]);
		if (!life.current) return;
		setTray({ ...rows, pieces: rows.pieces.slice(0, mostPieces - 1) });
		setCollecting(on);
	};
	const trying = async (change: () => Promise<unknown>): Promise<void> => {
		const failed = await change().then(
			() => false,
			() => true,
		);
		if (failed && life.current) setUnsaved(true);
		await read().catch(() => undefined);
	};
	const arrive = async (target: Target): Promise<void> => {
		const { pieces } = await readTray(vault, draft);
		const known = [subject, ...pieces.map((piece) => piece.target)].map(pieceKey);
		if (known.includes(pieceKey(target))) return setArrival('twice');
		if (pieces.length + 1 >= mostPieces) return setArrival('full');
		await keepPiece(vault, { draft, target, evidence: null, at: new Date().toISOString() });
		setArrival('added');
	};
	const pick = async (targets: readonly Target[]): Promise<number> => {
		const { pieces } = await readTray(vault, draft);
		const known = new Set([subject, ...pieces.map((piece) => piece.target)].map(pieceKey));
		const fresh = targets.filter((target) => !known.has(pieceKey(target)));
		const fitting = fresh.slice(0, Math.max(0, mostPieces - 1 - pieces.length));
		const now = Date.now();
		for (const [place, target] of fitting.entries())
			await keepPiece(vault, { draft, target, evidence: null, at: new Date(now + place).toISOString() });
		return fitting.length;
	};
	/** One after the other: fifty questions at once would be refused by the wiki. */
	const confirmAll = async (): Promise<void> => {
		const { pieces } = await readTray(vault, draft);
		for (const piece of pieces.filter(({ evidence }) => evidence === null)) {
			const { evidence, problem } = await gatherEvidence(services, piece.target);
			if (!life.current) return;
			if (!problem) await trying(() => keepEvidence(vault, piece, evidence));
			else setUnanswered((old) => new Map([...old, [pieceKey(piece.target), evidence]]));
		}
	};

	useEffect(() => {
		life.current = open;
		if (!open) return;
		const start = async (): Promise<void> => {
			await trying(async () => added && pieceKey(added) !== pieceKey(subject) && arrive(added));
			// An empty tray rather than none: the report itself can still be sent.
			if (life.current) setTray((now) => now ?? { pieces: [], attachments: [] });
			await confirmAll().catch(() => undefined);
			await sweep(vault).catch(() => undefined);
		};
		void start();
		// Back from another tab, where more may have been added.
		const again = (): void => {
			if (document.visibilityState === 'visible')
				void read()
					.then(confirmAll)
					.catch(() => undefined);
		};
		document.addEventListener('visibilitychange', again);
		window.addEventListener('focus', again);
		return () => {
			life.current = false;
			document.removeEventListener('visibilitychange', again);
			window.removeEventListener('focus', again);
		};
	}, [draft, open]);

	return {
		tray,
		collecting,
		arrival,
		unsaved,
		unanswered,
		read,
		collect: (on) =>
			trying(() =>
				on
					? vault.put('collecting', subject.wiki, { target: subject, at: new Date().toISOString() })
					: vault.drop('collecting', subject.wiki),
			),
		async pick(targets) {
			setArrival(null);
			let count = 0;
			await trying(async () => (count = await pick(targets)));
			void confirmAll().catch(() => undefined);
			return count;
		},
		remove(piece) {
			setArrival(null);
			return trying(() => dropPiece(vault, piece));
		},
		detach: (one) => trying(() => dropAttachment(vault, one)),
	};
}
