/** Signing in and out: needed to handle reports, never to send one. */
import { useState } from 'preact/hooks';
import { ConsentBox } from '../../consent/consent-box.tsx';
import { useConsent } from '../../consent/use-consent.ts';
import { usePanel } from '../../panel.ts';
import type { SessionState } from '../../session/use-session.ts';
import type { useConfig } from '../../use-config.ts';
import { Button } from '../../ui/button.tsx';
import { ClockWarning } from '../../ui/clock-warning.tsx';
import { Message } from '../../ui/message.tsx';
import { ProblemMessage } from '../../ui/problem.tsx';
import { Progress } from '../../ui/progress.tsx';

export function Account({ session, config }: { session: SessionState; config: ReturnType<typeof useConfig> }) {
	const { t } = usePanel();
	const view = config.state === 'done' ? config.value : null;
	const { consent, agree } = useConsent(view?.origin ?? null);
	const [asking, setAsking] = useState(false);
	const press = (): void => {
		if (consent !== 'given') setAsking(true);
		else if (view) session.start(view.origin);
	};
	// In the same click, else the browser would not open the window.
	const agreed = (): void => {
		if (view) session.start(view.origin);
		void agree();
	};
	return (
		<section class="wh-section" aria-labelledby="wh-account">
			<h2 id="wh-account" class="wh-subheading">
				{t('account-heading')}
			</h2>
			{config.state === 'failed' && <ProblemMessage problem={config.problem} again={config.again} />}
			<ClockWarning origin={consent === 'given' ? (view?.origin ?? null) : null} />
			{session.problem && <ProblemMessage problem={session.problem} />}
			{session.blocked && (
				<Message type="warning" live>
					{t('sign-in-blocked')}
				</Message>
			)}
			{session.session ? (
				<>
					<p>{t('signed-in-as', session.session.user)}</p>
					<Button onPress={() => void session.end()}>{t('sign-out')}</Button>
				</>
			) : session.waiting ? (
				<>
					<Progress label={t('sign-in-waiting')} />
					<Button onPress={session.cancel}>{t('cancel')}</Button>
				</>
			) : session.session === undefined || (view && consent === 'unknown') ? (
				// A press before this is known would be lost, or open a window for nothing.
				<Progress label={t('loading')} />
			) : (
				view && (
					<>
						<p class="wh-small">{t('sign-in-help')}</p>
						{asking && consent !== 'given' ? (
							<ConsentBox view={view} onAgree={agreed} />
						) : (
							<Button onPress={press}>{t('sign-in')}</Button>
						)}
					</>
				)
			)}
		</section>
	);
}
