/** The messages with a reporter: read, answered, announced by the wiki's e-mail, and what may be said of good faith. */
import { kindOf } from '../../../../domain/report/kinds.ts';
import type { ReportBody } from '../../../../contract/report.ts';
import { usePanel } from '../../../panel.ts';
import { Accordion } from '../../../ui/accordion.tsx';
import { Button } from '../../../ui/button.tsx';
import { TextArea } from '../../../ui/text.tsx';
import { Letters } from '../../../writing/letters.tsx';
import { FoldedLetters } from '../folded/letters.tsx';
import { BadFaith } from '../reporter/bad-faith.tsx';
import { ToldChange } from '../log/told-change.tsx';
import type { CaseLog } from '../log/use-case-log.ts';
import type { Reporter } from '../reporter/use-reporter.ts';
import { isSevere } from '../severe.ts';
import { caseWordsIn, type CaseWords } from '../words.ts';
import { Notice } from './notice.tsx';
import { letterWords, toldWords } from './told-words.ts';
import { useAnswer } from './use-answer.ts';
import type { CaseTalk } from './use-talk.ts';

export function Talk(props: {
	body: ReportBody;
	reporter: Reporter;
	talk: CaseTalk;
	log: CaseLog;
	again: () => void;
	say: CaseWords;
}) {
	const { services } = usePanel();
	const { body, reporter, talk, log, again, say } = props;
	const { state, writing } = useAnswer(talk, log, again);
	/** Begun for them in the reporter's language; nothing that stands there already is lost. */
	const begin = async (): Promise<void> => {
		const theirs = await caseWordsIn(body.language, services);
		if (state.reply?.text === '') state.change(theirs('faith-letter'));
	};
	return (
		<section class="wh-section" aria-labelledby="wh-talk">
			<h2 id="wh-talk" class="wh-subheading">
				{say('talk-heading')}
			</h2>
			<FoldedLetters when={isSevere(body.kind, log.row.severity)} count={talk.messages.length}>
				<Letters messages={talk.messages} say={letterWords(say)} bare={kindOf(body.kind)?.route === 'child-safety'} />
			</FoldedLetters>
			{state.reply && (
				<>
					<TextArea
						label={say('talk-write')}
						help={say(reporter.mode === 'anonymous' ? 'talk-write-help-code' : 'talk-write-help')}
						rows={4}
						value={state.reply.text}
						onText={state.change}
					/>
					<ToldChange writing={writing} unsaved={state.unsaved} say={toldWords(say)} />
					<Button action="progressive" onPress={() => void writing.send()}>
						{say('talk-send')}
					</Button>
				</>
			)}
			{reporter.mode === 'named' && (
				<div class="wh-accordions">
					<Accordion title={say('notice-title')}>
						<Notice user={reporter.user} language={body.language} say={say} />
					</Accordion>
					{reporter.attested && (
						<Accordion title={say('faith-title')}>
							<BadFaith
								talk={talk}
								user={reporter.user}
								attested={reporter.attested}
								again={again}
								onFound={() => void begin()}
								say={say}
							/>
						</Accordion>
					)}
				</div>
			)}
		</section>
	);
}
