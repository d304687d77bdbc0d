/** Who else looks at the case, and who works on it. */
import type { HandlerKeys } from '../../../../contract/vault.ts';
import { usePanel } from '../../../panel.ts';
import { Button } from '../../../ui/button.tsx';
import { Merge } from './merge.tsx';
import type { CaseLog } from './use-case-log.ts';
import { useChange } from './use-change.ts';
import { useLogWords } from './words.ts';

export function Presence({ log, keys }: { log: CaseLog; keys: HandlerKeys }) {
	const { words } = usePanel();
	const say = useLogWords();
	const change = useChange(log);
	if (!say) return null;
	const nameOf = (key: string): string => log.nameOf(key) ?? say('log-somebody');
	const own = new Set([keys.public.id, ...log.row.grants.map(({ key }) => key)]);
	const others = [...new Set(log.present.map(({ key }) => key))].filter((key) => !own.has(key));
	const { lease } = log.row;
	const isMine = lease !== null && own.has(lease.key);
	return (
		<div class="wh-presence">
			<div aria-live="polite">
				<p class="wh-small">
					{others.length > 0 ? say('log-present-others', words.list(others.map(nameOf))) : say('log-present-alone')}
				</p>
				<p class="wh-small">
					{isMine ? say('log-lease-mine') : lease ? say('log-lease-other', nameOf(lease.key)) : say('log-lease-none')}
				</p>
			</div>
			<Merge change={change} />
			{!lease && <Button onPress={() => void change.make({ kind: 'claim', data: {} })}>{say('log-claim')}</Button>}
			{isMine && <Button onPress={() => void change.make({ kind: 'release', data: {} })}>{say('log-release')}</Button>}
		</div>
	);
}
