/** What is said where the wiki, or the case's log, did not take something. */
import type { Problem } from '../../../../../contract/problem.ts';
import type { ActKey, ActWords } from '../words.ts';

/** By the wiki's own code. */
const codes: Readonly<Record<string, ActKey>> = {
	permissiondenied: 'refused-right',
	protectedpage: 'refused-right',
	cantblock: 'refused-right',
	cantedit: 'refused-right',
	alreadyblocked: 'refused-changed',
	'ambiguous-block': 'refused-several',
	blocked: 'refused-blocked',
	autoblocked: 'refused-blocked',
	readonly: 'refused-readonly',
	assertnameduserfailed: 'refused-logged-out',
	assertuserfailed: 'refused-logged-out',
	badtoken: 'refused-logged-out',
	ratelimited: 'refused-rate',
	'revdelete-hide-current': 'refused-newest',
	alreadyrolled: 'refused-changed',
	editconflict: 'refused-changed',
	undofailure: 'refused-undo',
	'undo-failure': 'refused-undo',
};

/** By our own key, where the wiki gave none or one that says nothing. */
const problems: Readonly<Partial<Record<Problem['problem'], ActKey>>> = {
	forbidden: 'refused-right',
	'rate-limited': 'refused-rate',
	'not-signed-in': 'refused-logged-out',
	conflict: 'refused-changed',
	'timed-out': 'refused-unknown',
	'wiki-unreachable': 'refused-unknown',
};

export function refusedWords({ problem, params }: Problem, say: ActWords): string {
	const [code = ''] = params;
	if (code.startsWith('abusefilter')) return say('refused-filter', code);
	const key = codes[code] ?? problems[problem];
	return key ? say(key) : say('refused-other', code || problem);
}
