/** Agreeing as the second holder: both shares are joined on this device, and each report goes to who asked. */
import type { Recovery, RecoveryPair } from '../../../../contract/team.ts';
import { teamVerbs } from '../../../../contract/team-verbs.ts';
import type { HandlerKeys } from '../../../../contract/vault.ts';
import { useState } from 'preact/hooks';
import type { Problem } from '../../../../contract/problem.ts';
import { usePanel } from '../../../panel.ts';
import { joinRecovery } from '../../../sealing/recovery.ts';
import { BulkTold } from '../../../team/bulk-told.tsx';
import { useBulk } from '../../../team/use-bulk.ts';
import type { TeamWords } from '../../../team/words.ts';
import { Button } from '../../../ui/button.tsx';
import { Message } from '../../../ui/message.tsx';
import { ProblemMessage } from '../../../ui/problem.tsx';
import { recoverOne } from './recover.ts';

export interface AgreeProps {
	recovery: Recovery;
	pairs: readonly RecoveryPair[];
	keys: HandlerKeys;
	/** The opened reason. */
	why: string;
	again: () => void;
	say: TeamWords;
}

export function Agree({ recovery, pairs, keys, why, again, say }: AgreeProps) {
	const { services, facts } = usePanel();
	const { wiki } = facts;
	const { bulk, run } = useBulk();
	const [problem, setProblem] = useState<Problem | null>(null);
	const [nothing, setNothing] = useState(false);
	const { id, askedBy, askedKey, passed } = recovery;
	const pair = pairs.find(({ key }) => key === passed?.key);
	// The backend names who asked; a key that is not the other holder's as the configuration has it gets nothing.
	if (!pair || !passed || pair.other.key.id !== askedKey.id || pair.other.key.age !== askedKey.age) {
		return <Message type="warning">{say('recovery-key-unknown', askedBy)}</Message>;
	}
	const agree = async (): Promise<void> => {
		setProblem(null);
		const joined = await joinRecovery(pair, passed.box, keys);
		if (!joined.ok) return setProblem(joined);
		const to = { name: askedBy, key: askedKey };
		const note = say('recovery-note', askedBy, why);
		// A hundred at a time, until there is nothing more or none of them went.
		for (let went = true; went && !services.signal.aborted;) {
			const found = await services.keeperFor(teamVerbs).call('recoverable', { wiki, recovery: id });
			if (!found.ok) return setProblem(found);
			const { reports } = found.value;
			setNothing(reports.length === 0);
			if (reports.length === 0) break;
			const byId = new Map(reports.map((one) => [one.id, one]));
			went = await run([...byId.keys()], async (report) => {
				const one = byId.get(report);
				const of = { wiki, recovery: id };
				return one
					? recoverOne(services, of, one, { to, joined: joined.value, signer: keys, note })
					: { ok: true, value: null };
			});
		}
		again();
	};
	return (
		<>
			<p>{say('recovery-agree-words', askedBy)}</p>
			{problem && <ProblemMessage problem={problem} />}
			<BulkTold bulk={bulk} say={say} />
			{nothing && bulk.state === 'idle' && <Message live>{say('recovery-nothing')}</Message>}
			{bulk.state !== 'working' && <Button onPress={() => void agree()}>{say('recovery-agree', askedBy)}</Button>}
		</>
	);
}
