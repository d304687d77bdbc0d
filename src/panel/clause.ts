/** How a clause of the Universal Code of Conduct is named beside plain words. */
import { sectionOf, type ClauseId } from '../domain/conduct/clauses.ts';

/** The section number: `3.1`. */
export const sectionNumber = (clause: ClauseId): string => sectionOf(clause).replace('ucoc:', '');
