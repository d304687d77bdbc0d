/** A handler's keys: none yet, on this device, published; and the keys of colleagues that wait for a word. */
import { handlerVerbs } from '../../../contract/handler-verbs.ts';
import '../../style/handling.ts';
import { useAsk } from '../../ask.ts';
import { usePanel } from '../../panel.ts';
import { HandlersOnly } from '../../session/handlers-only.tsx';
import type { Handler } from '../../session/use-handler.ts';
import { ViewHeading } from '../../ui/heading.tsx';
import { ProblemMessage } from '../../ui/problem.tsx';
import { Progress } from '../../ui/progress.tsx';
import { GetKey } from './get-key.tsx';
import { HeldKey } from './held-key.tsx';

function Keys({ handler }: { handler: Handler }) {
	const { services, facts, t } = usePanel();
	const published = useAsk(`${facts.wiki}|${handler.keys?.public.id ?? ''}`, () =>
		services.keeperFor(handlerVerbs).call('ownKey', { wiki: facts.wiki }),
	);
	if (published.state === 'failed') return <ProblemMessage problem={published.problem} again={published.again} />;
	if (published.state !== 'done') return <Progress label={t('loading')} />;
	const page = published.value;
	if (!handler.keys) return <GetKey handler={handler} published={page?.key.id ?? null} />;
	return <HeldKey handler={handler} keys={handler.keys} page={page} again={published.again} />;
}

export function KeysView() {
	const { t } = usePanel();
	return (
		<div class="wh-view">
			<ViewHeading>{t('keys-title')}</ViewHeading>
			<HandlersOnly>{(handler) => <Keys handler={handler} />}</HandlersOnly>
		</div>
	);
}
