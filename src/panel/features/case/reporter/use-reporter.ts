/** Who sent a report, and whether the name in it is confirmed by the backend's signed word. */
import type { ReportBody } from '../../../../contract/report.ts';
import { done } from '../../../../contract/problem.ts';
import { useAsk } from '../../../ask.ts';
import { usePanel } from '../../../panel.ts';
import { isAttested, type Attested } from '../../../sealing/attested.ts';
import { receiptKeys } from '../../../session/receipt-keys.ts';

export type Reporter =
	| { readonly mode: 'anonymous' | 'pseudonymous' }
	/** `attested`: only where it was checked and is genuine; undefined while it is being checked. */
	| { readonly mode: 'named'; readonly user: string; readonly attested: Attested | null | undefined };

export function useReporter(body: ReportBody | null): Reporter {
	const { services } = usePanel();
	const named = body?.reporter.mode === 'named' ? body.reporter : null;
	const asked = useAsk(body && named ? body.id : null, async () => {
		if (!body || !named?.attested) return done(null);
		const about = { report: body.id, wiki: body.wiki, user: named.user };
		const genuine = await isAttested(named.attested, about, await receiptKeys(services, body.wiki));
		return done(genuine ? named.attested : null);
	});
	if (!named) return { mode: body?.reporter.mode === 'pseudonymous' ? 'pseudonymous' : 'anonymous' };
	return { mode: 'named', user: named.user, attested: asked.state === 'done' ? asked.value : undefined };
}
