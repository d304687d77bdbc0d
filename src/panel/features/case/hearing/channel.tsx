/** One hearing as handlers see it: what was said, how the person gets to it, and what may be told them. */
import { useState } from 'preact/hooks';
import { shownLanguage, shownLanguages, type ShownLanguage } from '../../../../domain/language/shown.ts';
import { usePanel } from '../../../panel.ts';
import { Chips } from '../../../ui/chips.tsx';
import { Message } from '../../../ui/message.tsx';
import { Letters } from '../../../writing/letters.tsx';
import type { DecisionBody } from '../../../../contract/desk.ts';
import { HearingWay } from './way.tsx';
import type { HearingProps } from './hearing-part.tsx';
import { TellPerson } from './tell.tsx';
import type { OpenHearing } from './use-hearings.ts';

const nameOf = (language: ShownLanguage): string =>
	new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language;

/** The decision that stands, where they were not told its reasons since. */
function untold({ log }: HearingProps, { letters }: OpenHearing): DecisionBody | null {
	const { state } = log.row;
	if (state !== 'decided' && state !== 'closed') return null;
	const last = log.events.filter(({ body }) => body?.kind === 'decision').at(-1);
	const told = letters.filter(({ stored }) => stored.kind === 'decision').at(-1);
	if (last?.body?.kind !== 'decision' || (told && told.stored.at >= last.event.at)) return null;
	return last.body;
}

export function Channel(props: HearingProps & { one: OpenHearing }) {
	const { facts } = usePanel();
	const { one, say, words } = props;
	// Not the language of the report: it could tell who wrote it.
	const [language, setLanguage] = useState<ShownLanguage>(shownLanguage(facts.language));
	const decision = untold(props, one);
	const { hearing } = one;
	return (
		<>
			<Letters
				messages={one.letters}
				say={{
					from: (from) => (from === 'handler' ? words('hear-from-handler') : one.body.subject),
					kind: (kind) => words(kind === 'appeal' ? 'hear-kind-contest' : 'hear-kind-reasons'),
					outcome: (outcome) => say(`outcome-${outcome}`),
					unreadable: words('hear-unreadable'),
					none: words('hear-none'),
				}}
			/>
			{hearing.contest === 'used' && <Message>{words('hear-contested')}</Message>}
			{decision && (
				<Message type="warning">
					{words(decision.outcome === 'violation' ? 'hear-untold' : 'hear-untold-cleared')}
				</Message>
			)}
			<Chips
				legend={words('hear-language')}
				chips={shownLanguages.map((id) => ({ id, label: nameOf(id) }))}
				chosen={language}
				onChoose={setLanguage}
			/>
			<TellPerson key={decision ? 'reasons' : 'message'} {...props} language={language} decision={decision} />
			<HearingWay {...props} language={language} />
		</>
	);
}
