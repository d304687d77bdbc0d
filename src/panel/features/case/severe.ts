/** Kinds whose words are folded away until a handler chooses to read them. */
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

export const isSevere = (kind: KindId): boolean => severe.includes(kind);
