/** The messages of a report in the words of its reporter. */
import { Letters } from '../../writing/letters.tsx';
import type { Opened } from './use-followed.ts';
import type { FollowWords } from './words.ts';

export function Messages({ opened, say }: { opened: Opened; say: FollowWords }) {
	return (
		<Letters
			messages={opened.messages}
			say={{
				from: (from) => say(`follow-from-${from}`),
				kind: (kind) => say(`follow-kind-${kind}`),
				outcome: (outcome) => say(`follow-outcome-${outcome}`),
				unreadable: say('follow-unreadable'),
				none: say('follow-messages-none'),
			}}
		/>
	);
}
