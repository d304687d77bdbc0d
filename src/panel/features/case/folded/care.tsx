/** Above a case's words: what is folded and why, how much was opened today, a break, and the way to somebody else. */
import type { ComponentChildren } from 'preact';
import { createContext } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import type { ReportBody } from '../../../../contract/report.ts';
import { usePanel } from '../../../panel.ts';
import { Button } from '../../../ui/button.tsx';
import { Message } from '../../../ui/message.tsx';
import { TakeBreak } from './break.tsx';
import { sawMore, seenToday } from './seen.ts';
import { useKeepWords, type KeepWords } from './words.ts';

/** Told of each folded piece that is opened. */
export const Opened = createContext<() => void>(() => undefined);

/** What is there, without a word of it. */
function Summary({ body, say }: { body: ReportBody; say: KeepWords }) {
	const { words } = usePanel();
	const parts = [
		say('folded-quotes', body.evidence.length),
		...(body.details === '' ? [] : [say('folded-words')]),
		...(body.attachments ? [say('folded-files', body.attachments.length)] : []),
	];
	return <Message>{say('folded-why', words.list(parts))}</Message>;
}

function toTeam(): void {
	const heading = document.getElementById('wh-team');
	heading?.scrollIntoView();
	heading?.parentElement?.querySelector('summary')?.focus();
}

export function Care({ body, severe, children }: { body: ReportBody; severe: boolean; children: ComponentChildren }) {
	const { services } = usePanel();
	const say = useKeepWords();
	const takeBreak = useContext(TakeBreak);
	const [seen, setSeen] = useState(0);
	useEffect(() => void seenToday(services.vault, new Date()).then(setSeen), []);
	return (
		<Opened.Provider value={() => void sawMore(services.vault, new Date()).then(setSeen)}>
			{say && (
				<>
					{severe && <Summary body={body} say={say} />}
					<div class="wh-actions">
						<Button size="small" onPress={takeBreak}>
							{say('pause')}
						</Button>
						{severe && (
							<Button size="small" onPress={toTeam}>
								{say('hand-over')}
							</Button>
						)}
					</div>
					{(severe || seen > 0) && <p class="wh-small">{say('seen-today', seen)}</p>}
				</>
			)}
			{children}
		</Opened.Provider>
	);
}
