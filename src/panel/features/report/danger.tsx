/** The way to an emergency report, always one click away. */
import type { Target } from '../../../contract/target.ts';
import { usePanel } from '../../panel.ts';
import { Button } from '../../ui/button.tsx';

export function DangerLink({ target }: { target: Target }) {
	const { go, t } = usePanel();
	return (
		<div class="wh-flush">
			<Button weight="quiet" action="destructive" onPress={() => go({ feature: 'report', target, emergency: true })}>
				{t('danger-link')}
			</Button>
		</div>
	);
}
