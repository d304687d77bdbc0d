/** Every verb of the keeper: what serves it needs all, while a panel's part brings only its own. */
import { accountVerbs } from './account.ts';
import { actVerbs } from './act.ts';
import { handlerVerbs } from './handler-verbs.ts';
import { hearingVerbs } from './hearing-verbs.ts';
import { keeperVerbs } from './keeper.ts';
import { reporterVerbs } from './reporter-verbs.ts';
import { reviewVerbs } from './review-verbs.ts';
import { retentionVerbs } from './retention.ts';
import { teamVerbs } from './team-verbs.ts';
import { uploadVerbs } from './upload-verbs.ts';
import { timelineVerbs } from './timeline.ts';

export const allVerbs = {
	...keeperVerbs,
	...reporterVerbs,
	...handlerVerbs,
	...teamVerbs,
	...retentionVerbs,
	...hearingVerbs,
	...actVerbs,
	...timelineVerbs,
	...accountVerbs,
	...uploadVerbs,
	...reviewVerbs,
};
export type AllVerbs = typeof allVerbs;
