/** What this device keeps: reports, sent or waiting, and drafts. */
import { useEffect, useState } from 'preact/hooks';
import type { ItemOf } from '../../../contract/vault.ts';
import { usePanel } from '../../panel.ts';
import { sweepVisits } from './visit.ts';

export interface Kept {
	readonly reports: ItemOf<'reports'>[];
	readonly drafts: ItemOf<'drafts'>[];
}

/** The newest first; null while they are read. What waits is tried first, so that the list shows what is so now. */
export function useKept(): Kept | null {
	const { services } = usePanel();
	const { vault } = services;
	const [kept, setKept] = useState<Kept | null>(null);
	useEffect(() => {
		let wanted = true;
		const read = async (): Promise<void> => {
			await sweepVisits(vault).catch(() => undefined);
			const [reports, drafts] = await Promise.all([vault.all('reports'), vault.all('drafts')]);
			const newest = <T extends { at: string }>(rows: { value: T }[]): T[] =>
				rows.map(({ value }) => value).sort((one, two) => (one.at < two.at ? 1 : -1));
			if (!wanted) return;
			setKept({
				reports: newest(reports).filter(({ visit }) => !visit),
				drafts: newest(drafts).filter(({ sentAs }) => !sentAs),
			});
		};
		const empty = (): void => {
			if (wanted) setKept({ reports: [], drafts: [] });
		};
		void services.keeper.call('flush', {}).then(() => read().catch(empty));
		return () => {
			wanted = false;
		};
	}, []);
	return kept;
}
