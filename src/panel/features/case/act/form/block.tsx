/** A block: of the whole wiki or in part, how long, and why. */
import { Checkbox } from '../../../../ui/checkbox.tsx';
import { Chips } from '../../../../ui/chips.tsx';
import { Length } from './length.tsx';
import { Reason } from './reason.tsx';
import { Scope, type BlockProps } from './scope.tsx';

export function Block(props: BlockProps) {
	const { block, facts, onChange, say } = props;
	return (
		<>
			<Chips
				legend={say('act-scope')}
				chips={[
					{ id: 'part', label: say('act-scope-part') },
					{ id: 'whole', label: say('act-scope-whole') },
				]}
				chosen={block.whole ? 'whole' : 'part'}
				onChoose={(id) => onChange({ whole: id === 'whole' })}
			/>
			{!block.whole && <Scope {...props} />}
			<Length facts={facts} expiry={block.expiry} onExpiry={(expiry) => onChange({ expiry })} say={say} />
			<Reason list={facts.blockReasons} reason={block.reason} onReason={(reason) => onChange({ reason })} say={say} />
			{block.whole && (
				<>
					<Checkbox
						label={say('act-no-accounts')}
						checked={block.createAccount}
						onCheck={(createAccount) => onChange({ createAccount })}
					/>
					<Checkbox label={say('act-no-talk')} checked={block.ownTalk} onCheck={(ownTalk) => onChange({ ownTalk })} />
				</>
			)}
			<Checkbox label={say('act-no-email')} checked={block.email} onCheck={(email) => onChange({ email })} />
		</>
	);
}
