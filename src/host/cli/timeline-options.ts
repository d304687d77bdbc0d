/** The command line of the verb `timeline`, checked. */
import { parseArgs } from 'node:util';
import { canonicalName } from '../../domain/people/names.ts';
import type { Hidden } from '../../engines/timeline/shared-pages.ts';
import type { Range } from '../../wiki/contributions.ts';

export interface TimelineOptions {
	/** Script path of the wiki. */
	readonly base: string;
	readonly users: readonly string[];
	readonly range: Range;
	readonly hidden: Hidden;
}

const day = 86_400_000;
const form = /^(\d{4})-?(\d\d)-?(\d\d)(?:[T ]?(\d\d):?(\d\d)(?::?(\d\d)(?:\.\d+)?)?Z?)?$/;

/** Milliseconds since 1970, UTC; a day alone means its first second, or its last where it ends a range. NaN for no time. */
function timeOf(text: string, isEnd: boolean): number {
	const [, year, month, date, hours, minutes = '00', seconds = '00'] = form.exec(text) ?? [];
	if (!year || !month || !date) return Number.NaN;
	const start = Date.parse(`${year}-${month}-${date}T${hours ?? '00'}:${minutes}:${seconds}Z`);
	// The 31st of February would be in March.
	if (Number.isNaN(start) || new Date(start).getUTCDate() !== Number(date)) return Number.NaN;
	return hours === undefined && isEnd ? start + day - 1000 : start;
}

function baseOf(api: string): string | null {
	if (!URL.canParse(api)) return null;
	const { protocol, origin, pathname } = new URL(api);
	if (protocol !== 'http:' && protocol !== 'https:') return null;
	return origin + pathname.replace(/\/(?:api\.php)?$/, '');
}

const list = (texts: readonly string[] = []): string[] =>
	texts.flatMap((text) => text.split(text.includes('|') ? '|' : ',')).map((text) => text.trim());

/** What is asked for, or a sentence that says what is wrong with it. */
export function readOptions(args: string[]): TimelineOptions | string {
	const { values } = parseArgs({
		args,
		options: {
			api: { type: 'string' },
			users: { type: 'string', multiple: true },
			from: { type: 'string' },
			to: { type: 'string' },
			'hide-page': { type: 'string', multiple: true, default: [] },
			'hide-namespace': { type: 'string', multiple: true, default: [] },
		},
	});
	const { api, from, to } = values;
	if (!api || !values.users || !from || !to) return '--api, --users, --from and --to are needed';
	const base = baseOf(api);
	if (base === null) return `--api ${api} is no address of an api.php`;
	const users = list(values.users).map(canonicalName);
	if (users.length < 2 || users.length > 5 || new Set(users).size < users.length || users.includes(''))
		return '--users takes two to five different names';
	const range = { from: timeOf(from, false), to: timeOf(to, true) };
	for (const name of ['from', 'to'] as const)
		if (Number.isNaN(range[name]))
			return `--${name} ${values[name]} is no time: write 2026-03-31 or 2026-03-31T12:00:00Z`;
	if (range.from >= range.to) return '--from has to be before --to';
	const namespaces = list(values['hide-namespace']).map((text) => (/^\d+$/.test(text) ? Number(text) : Number.NaN));
	if (namespaces.some(Number.isNaN)) return '--hide-namespace takes numbers of namespaces';
	const pages = values['hide-page'].map(canonicalName);
	return { base, users, range, hidden: { pages: new Set(pages), namespaces: new Set(namespaces) } };
}
