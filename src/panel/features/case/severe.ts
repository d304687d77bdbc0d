/** Kinds whose words are folded away until a handler chooses to read them. */
import type { Severity } from '../../../domain/case/event-kinds.ts';
import type { KindId } from '../../../domain/report/kinds.ts';

const severe: readonly KindId[] = [
	'threats',
	'sexual',
	'doxing',
	'hate',
	'encouraging-harm',
	'child-safety',
	'symbols',
];

/** `level`: as the handlers see it. */
export const isSevere = (kind: KindId, level: Severity | null): boolean => level === 'severe' || severe.includes(kind);
