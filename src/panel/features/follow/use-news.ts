/** Looks from time to time whether something new is said of a report, by the short question, not by the whole thread. */
import { useEffect, useRef } from 'preact/hooks';
import type { ReportStatus } from '../../../contract/follow.ts';
import { usePanel } from '../../panel.ts';

const everyMs = 60_000;

/** Calls `again` where state or last answer differ from `status`; also when the person comes back to this tab. */
export function useNews(id: string, status: ReportStatus | null, again: () => void): void {
	const { services } = usePanel();
	const latest = useRef({ status, again });
	latest.current = { status, again };
	useEffect(() => {
		let wanted = true;
		const look = async (): Promise<void> => {
			if (document.visibilityState !== 'visible' || !latest.current.status) return;
			const now = await services.keeper.call('reportStatus', { id });
			const { status: then, again: tell } = latest.current;
			if (!wanted || !now.ok || !then) return;
			if (now.value.state !== then.state || now.value.lastAnswer !== then.lastAnswer) tell();
		};
		const timer = setInterval(() => void look(), everyMs);
		const back = (): void => void look();
		document.addEventListener('visibilitychange', back);
		return () => {
			wanted = false;
			clearInterval(timer);
			document.removeEventListener('visibilitychange', back);
		};
	}, [id]);
}
