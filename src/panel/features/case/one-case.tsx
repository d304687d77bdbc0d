/** One report: fetched, opened with the own key, and read. */
import { cdxIconPrevious } from '@wikimedia/codex-icons';
import { handlerVerbs } from '../../../contract/handler-verbs.ts';
import type { HandlerKeys } from '../../../contract/vault.ts';
import { useAsk } from '../../ask.ts';
import { usePanel } from '../../panel.ts';
import { openReport } from '../../sealing/open-report.ts';
import { Button } from '../../ui/button.tsx';
import { ViewHeading } from '../../ui/heading.tsx';
import { Message } from '../../ui/message.tsx';
import { ProblemMessage } from '../../ui/problem.tsx';
import { Progress } from '../../ui/progress.tsx';
import { Export } from './export.tsx';
import { Reading } from './reading.tsx';

export function OneCase({ id, keys, onBack }: { id: string; keys: HandlerKeys; onBack: () => void }) {
	const { services, facts, t } = usePanel();
	const asked = useAsk(id, async () => {
		const sealed = await services.keeperFor(handlerVerbs).call('openCase', { wiki: facts.wiki, id });
		if (!sealed.ok) return sealed;
		const opened = await openReport(sealed.value, keys);
		return opened.ok ? { ok: true, value: { ...opened.value, row: sealed.value } } : opened;
	});
	const opened = asked.state === 'done' ? asked.value : null;
	return (
		<article class="wh-case">
			<Button icon={cdxIconPrevious} iconTurns weight="quiet" onPress={onBack}>
				{t('case-back')}
			</Button>
			<ViewHeading>{opened ? t(`kind-${opened.body.kind}`) : t('case-one')}</ViewHeading>
			{asked.state === 'asking' && <Progress label={t('case-opening')} />}
			{asked.state === 'failed' && <ProblemMessage problem={asked.problem} again={asked.again} />}
			{opened && (
				<>
					{!opened.verified && (
						<Message type="error" live>
							{t('case-differs')}
						</Message>
					)}
					<Reading body={opened.body} row={opened.row} />
					<Export body={opened.body} keys={keys} />
				</>
			)}
		</article>
	);
}
