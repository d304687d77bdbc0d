/** Statements of reasons to begin from, for both sides: what was found and what follows, and nothing that one told of the other. */
import type { DecisionBody } from '../../../../contract/desk.ts';
import { sectionNumber } from '../../../clause.ts';
import type { Words } from '../../../words/words.ts';
import type { DecideWords } from './words.ts';

/** The words of the language that the letter is in. */
export type LetterWordsIn = Pick<Words, 'list'> & { readonly t: DecideWords };
type Found = Pick<DecisionBody, 'outcome' | 'clauses' | 'sanctions'>;

const sections = ({ clauses }: Found, { list }: LetterWordsIn): string =>
	list([...new Set(clauses.map(sectionNumber))]);
const measures = ({ sanctions }: Found, { t, list }: LetterWordsIn): string =>
	list(sanctions.map((one) => t(`sanction-${one}`)));
/** Marks of direction belong to a screen, not into a text that is edited and sent. */
const plain = (...parts: string[]): string => parts.join('\n\n').replace(/[\u2066-\u2069]/g, '');

export function reporterLetter(found: Found, words: LetterWordsIn): string {
	const { outcome, sanctions } = found;
	const { t } = words;
	const finding =
		outcome !== 'violation'
			? t(`letter-reporter-${outcome}`)
			: sanctions.length > 0
				? t('letter-reporter-violation', sections(found, words), measures(found, words))
				: t('letter-reporter-violation-none', sections(found, words));
	const [lead, appeal] = [t('letter-reporter-lead'), t('letter-reporter-appeal')];
	// What is to be said goes on at the end.
	return outcome === 'elsewhere' ? plain(lead, appeal, finding) : plain(lead, finding, appeal);
}

/** `wiki`: its host. */
export function subjectLetter(found: Found, wiki: string, words: LetterWordsIn): string {
	const { outcome, sanctions } = found;
	const { t } = words;
	const finding =
		outcome !== 'violation'
			? t(`letter-subject-${outcome}`)
			: sanctions.length > 0
				? t('letter-subject-violation', sections(found, words), measures(found, words))
				: t('letter-subject-violation-none', sections(found, words));
	return plain(t('letter-subject-lead', wiki), finding, t('letter-subject-contest'), t('letter-subject-why'));
}

/** The first words to somebody before anything is decided. `days`: how long their answer is waited for. */
export const hearLetter = (wiki: string, days: number, { t }: LetterWordsIn): string =>
	plain(t('letter-hear', wiki), t('letter-hear-ask', days));
