/** The panel's header: the way home, the name, the own mark, close. */
import { cdxIconClose, cdxIconPrevious } from '@wikimedia/codex-icons';
import { usePanel } from './panel.ts';
import { Button } from './ui/button.tsx';

export function Header({ home }: { home: boolean }) {
	const { close, go, leave, mark, t } = usePanel();
	return (
		<header class="wh-header">
			{!home && (
				<Button
					icon={cdxIconPrevious}
					iconTurns
					weight="quiet"
					label={t('go-home')}
					onPress={() => go({ feature: 'home' })}
				/>
			)}
			<span class="wh-header__name">{t('name')}</span>
			{mark && (
				<span class="wh-header__mark">
					<span class="wh-hidden">{t('mark-label')}: </span>
					<bdi>{mark}</bdi>
				</span>
			)}
			<Button weight="quiet" onPress={leave}>
				{t('leave-now')}
			</Button>
			<Button icon={cdxIconClose} weight="quiet" label={t('close')} onPress={close} />
		</header>
	);
}
