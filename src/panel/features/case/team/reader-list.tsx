/** Everybody who can read a case; who left the team, or has another key by now, can be taken off. */
import { useState } from 'preact/hooks';
import type { Problem } from '../../../../contract/problem.ts';
import { peopleIn } from '../../../../domain/people/pair.ts';
import { Button } from '../../../ui/button.tsx';
import { ProblemMessage } from '../../../ui/problem.tsx';
import { Tag } from '../../../ui/tag.tsx';
import type { Reader } from './readers.ts';
import type { TeamProps } from './team.tsx';

export function ReaderList({ log, readers, say }: TeamProps & { readers: readonly Reader[] }) {
	const [problem, setProblem] = useState<Problem | null>(null);
	const remove = async (key: string): Promise<void> => {
		const taken = await log.write({ kind: 'revoke', data: { keys: [key] } });
		setProblem(taken.ok ? null : taken);
	};
	return (
		<>
			{problem && <ProblemMessage problem={problem} />}
			<ul class="wh-names" aria-label={say('readers')}>
				{readers.map(({ key, name, as }) => {
					const shown = name === null ? say('reader-unknown') : peopleIn(name).join(' + ');
					return (
						<li key={key}>
							<bdi class="wh-name">{shown}</bdi>
							{as !== 'now' && (
								<Tag {...(as === 'gone' ? { kind: 'warning' as const } : {})}>{say(`reader-${as}`)}</Tag>
							)}
							{(as === 'gone' || as === 'earlier') && (
								<Button size="small" weight="quiet" onPress={() => void remove(key)}>
									{say('reader-remove', shown)}
								</Button>
							)}
						</li>
					);
				})}
			</ul>
		</>
	);
}
