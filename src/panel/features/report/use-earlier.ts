/** Whether this person reported the same thing before, from this device or by its return code. */
import { useEffect, useState } from 'preact/hooks';
import type { Target } from '../../../contract/target.ts';
import { draftKey, type SentReport, type Vault } from '../../../contract/vault.ts';
import { usePanel } from '../../panel.ts';

/** The newest report of this thing that arrived; null where there is none. */
export async function earlierReport(vault: Vault, target: Target): Promise<SentReport | null> {
	const about = draftKey(target);
	const rows = (await vault.all('reports')).map(({ value }) => value);
	const own = rows.filter((row) => row.about === about && row.receipt !== undefined);
	return own.sort((one, two) => (one.at < two.at ? 1 : -1))[0] ?? null;
}

/** undefined while it is being looked for. */
export function useEarlier(target: Target): SentReport | null | undefined {
	const { vault } = usePanel().services;
	const [earlier, setEarlier] = useState<SentReport | null>();
	useEffect(() => {
		let wanted = true;
		earlierReport(vault, target).then(
			(found) => wanted && setEarlier(found),
			() => wanted && setEarlier(null),
		);
		return () => {
			wanted = false;
		};
	}, []);
	return earlier;
}
