/** The part of the form that says who will read it: consent first where it is needed, then everybody by name. */
import type { ConfigView } from '../../../contract/keeper.ts';
import { ConsentBox } from '../../consent/consent-box.tsx';
import type { Consent } from '../../consent/use-consent.ts';
import { usePanel } from '../../panel.ts';
import { ClockWarning } from '../../ui/clock-warning.tsx';
import { ProblemMessage } from '../../ui/problem.tsx';
import { lazyView } from '../../ui/lazy.tsx';
import { Progress } from '../../ui/progress.tsx';
import type { Readiness } from './use-ready.ts';

const RecipientList = lazyView(async () => (await import('./later.ts')).RecipientList);

export function Audience(props: { view: ConfigView; consent: Consent; onAgree: () => void; readiness: Readiness }) {
	const { t, words } = usePanel();
	const { recipients, missing, problem } = props.readiness;
	const { waitingOrigin } = props.view;
	if (props.consent === 'asked') return <ConsentBox view={props.view} onAgree={props.onAgree} />;
	return (
		<section class="wh-section" aria-labelledby="wh-audience">
			<h2 id="wh-audience" class="wh-subheading">
				{t('audience-heading')}
			</h2>
			{waitingOrigin && (
				<p class="wh-small">{t('origin-waits', new URL(waitingOrigin.origin).host, words.time(waitingOrigin.until))}</p>
			)}
			{/* Until the person agreed, the backend hears nothing: not even a question for its clock. */}
			<ClockWarning origin={props.consent === 'given' ? props.view.origin : null} />
			{missing === 'kind' && <p class="wh-small">{t('audience-after-kind')}</p>}
			{(missing === 'recipients' || missing === 'evidence') && !problem && <Progress label={t('audience-asking')} />}
			{problem && <ProblemMessage problem={problem} again={recipients.again} />}
			{recipients.state === 'done' && <RecipientList list={recipients.value} />}
		</section>
	);
}
