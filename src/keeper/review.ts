/** Verbs for staff who review matches, each under their own session and their own rights on the wiki. */
import type { Handlers } from '../contract/port.ts';
import { done } from '../contract/problem.ts';
import type { ReviewVerbs } from '../contract/review-verbs.ts';
import { staffPrefix } from '../domain/config/model.ts';
import { staffPerson } from '../domain/report/recipients.ts';
import { reviewRole } from '../domain/upload/classes.ts';
import { removeFile } from '../wiki/act/remove-file.ts';
import type { KeeperServices } from './services.ts';
import { callSignedIn } from './session/call.ts';
import { judgeStaff } from './trust/staff.ts';
import { viewConfig } from './trust/config-view.ts';
import { wikiOf } from './wiki.ts';

export function reviewVerbs(services: KeeperServices): Handlers<ReviewVerbs> {
	return {
		uploadMatches: ({ wiki, class: of, state, after }) =>
			callSignedIn(services, wiki, 'uploadMatches', {
				query: { class: of, state, ...(after === undefined ? {} : { after }) },
			}),
		uploadLook: ({ wiki, id, ...body }) => callSignedIn(services, wiki, 'uploadLook', { params: { id }, body }),
		uploadDecide: ({ wiki, id, ...body }) => callSignedIn(services, wiki, 'uploadDecide', { params: { id }, body }),
		uploadReport: ({ wiki, id, ...body }) => callSignedIn(services, wiki, 'uploadReport', { params: { id }, body }),
		uploadPreserved: ({ wiki, id }) => callSignedIn(services, wiki, 'uploadPreserved', { params: { id } }),
		async reviewKeys({ wiki, class: of }) {
			const seen = await viewConfig(services, wiki, false);
			if (!seen.ok) return seen;
			const staff = await judgeStaff(services, seen.value.view.origin);
			if (!staff.ok) return staff;
			const role = staffPerson(`${staffPrefix}${reviewRole(of)}`, '');
			const keys = staff.value.trusted.filter(({ person }) => person.startsWith(role));
			return done({ keys: keys.map(({ person, key }) => ({ name: person.slice(role.length), age: key.age })) });
		},
		removeFile: ({ wiki, as, ...file }) => removeFile(wikiOf(services, wiki), as, file),
	};
}
