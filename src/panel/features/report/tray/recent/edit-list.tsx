/** The newest edits of one account, older ones on demand; each can be picked that the report does not hold yet. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { reporterVerbs } from '../../../../../contract/reporter-verbs.ts';
import type { RecentEdit } from '../../../../../contract/recent-edits.ts';
import type { Target } from '../../../../../contract/target.ts';
import { useAsk } from '../../../../ask.ts';
import type { TrayWords } from '../../../../attachments/words.ts';
import { usePanel } from '../../../../panel.ts';
import { Button } from '../../../../ui/button.tsx';
import { ProblemMessage } from '../../../../ui/problem.tsx';
import { Progress } from '../../../../ui/progress.tsx';
import { EditItem } from './edit-item.tsx';

export function EditList(props: {
	user: string;
	wiki: string;
	held: ReadonlySet<number>;
	picked: ReadonlyMap<number, Target>;
	onPick: (target: Target, on: boolean) => void;
	say: TrayWords;
}) {
	const { services, t } = usePanel();
	const { user, wiki, held, picked, say } = props;
	const [kept, setKept] = useState<readonly RecentEdit[]>([]);
	const [after, setAfter] = useState<string | undefined>();
	const list = useRef<HTMLUListElement>(null);
	const asked = useAsk(`${user}|${after ?? ''}`, () =>
		services.keeperFor(reporterVerbs).call('recentEdits', { wiki, user, ...(after !== undefined && { after }) }),
	);
	const edits = asked.state === 'done' ? [...kept, ...asked.value.edits] : kept;
	// While older ones are asked for the button stays, for it has the focus.
	const next = asked.state === 'done' ? asked.value.next : (after ?? null);
	useEffect(() => {
		if (after !== undefined && asked.state === 'done')
			list.current?.children.item(kept.length)?.querySelector('input')?.focus();
	}, [after, asked.state]);
	const older = (): void => {
		if (asked.state !== 'done' || next === null) return;
		setKept(edits);
		setAfter(next);
	};
	return (
		<>
			<ul class="wh-list" ref={list} aria-label={say('recent-of', user)}>
				{edits.map((edit) => {
					const { revision, title: page, at } = edit;
					const target: Target = { type: 'revision', wiki, page, revision, author: user, at };
					return (
						<EditItem
							key={revision}
							edit={edit}
							wiki={wiki}
							held={held.has(revision)}
							picked={picked.has(revision)}
							onPick={(on) => props.onPick(target, on)}
							say={say}
						/>
					);
				})}
			</ul>
			{asked.state === 'asking' && <Progress label={t('loading')} />}
			{asked.state === 'failed' && <ProblemMessage problem={asked.problem} again={asked.again} />}
			{asked.state === 'done' && edits.length === 0 && <p>{say('recent-none')}</p>}
			{next !== null && <Button onPress={older}>{say('recent-older')}</Button>}
		</>
	);
}
