/** Every verb of the keeper: what serves it needs all, while a panel's part brings only its own. */
import { actVerbs } from './act.ts';
import { handlerVerbs } from './handler-verbs.ts';
import { keeperVerbs } from './keeper.ts';
import { reporterVerbs } from './reporter-verbs.ts';

export const allVerbs = { ...keeperVerbs, ...reporterVerbs, ...handlerVerbs, ...actVerbs };
export type AllVerbs = typeof allVerbs;
