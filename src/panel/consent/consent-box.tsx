/** Asks for consent to talk to the backend: which host, who runs it, what it sees. */
import type { ConfigView } from '../../contract/keeper.ts';
import { usePanel } from '../panel.ts';
import { Button } from '../ui/button.tsx';

export function ConsentBox({ view, onAgree }: { view: ConfigView; onAgree: () => void }) {
	const { t } = usePanel();
	return (
		<section class="wh-box" aria-labelledby="wh-consent">
			<h2 id="wh-consent" class="wh-subheading">
				{t('consent-heading')}
			</h2>
			<p>{t('consent-who', new URL(view.origin).host, view.config.backend.operator)}</p>
			<p>{t('consent-sees')}</p>
			<Button action="progressive" weight="primary" onPress={onAgree}>
				{t('consent-agree')}
			</Button>
			<p class="wh-small">{t('consent-before')}</p>
		</section>
	);
}
