/** Taking a report off this device, for whoever shares it with somebody. */
import { done, failed } from '../../../contract/problem.ts';
import { usePanel } from '../../panel.ts';
import { forget } from './forget.ts';
import { Sure } from './sure.tsx';
import type { FollowWords } from './words.ts';

export function ForgetHere({ id, say }: { id: string; say: FollowWords }) {
	const { services, go } = usePanel();
	return (
		<Sure
			words={say('follow-forget-words')}
			button={say('follow-forget')}
			question={say('follow-forget-sure')}
			yes={say('follow-forget-yes')}
			act={async () => {
				const gone = await forget(services.vault, id).then(
					() => true,
					() => false,
				);
				if (gone) go({ feature: 'follow' });
				return gone ? done({}) : failed('storage-failed');
			}}
		/>
	);
}
