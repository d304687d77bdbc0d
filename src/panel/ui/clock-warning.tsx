/** Says that this device's clock, or the backend's, is wrong: times in reports and ends of sessions rest on it. */
import { clockSkew } from '../../contract/about.ts';
import { done } from '../../contract/problem.ts';
import { useAsk } from '../ask.ts';
import { usePanel } from '../panel.ts';
import { Message } from './message.tsx';

/** Less is said by nobody: clocks that nobody sets drift by minutes. */
const toleratedMs = 5 * 60_000;

/** `origin` is null until the person agreed that the backend may be asked. */
export function ClockWarning({ origin }: { origin: string | null }) {
	const { services, t } = usePanel();
	const skew = useAsk(origin, async () => {
		const about = await services.keeper.call('about', { origin: origin ?? '' });
		return about.ok ? done(clockSkew(about.value, Date.now())) : about;
	});
	if (skew.state !== 'done' || Math.abs(skew.value) <= toleratedMs) return null;
	return (
		<Message type="warning" live>
			{t('problem-clock-skew')}
		</Message>
	);
}
