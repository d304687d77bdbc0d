/** Who can read a case, and who else could: by name, from the keys that hold a grant of it. */
import type { Colleagues } from '../../../../contract/handler-verbs.ts';
import type { ReportBody } from '../../../../contract/report.ts';
import { canonicalName, samePerson } from '../../../../domain/people/names.ts';
import { isPair } from '../../../../domain/people/pair.ts';

export interface Reader {
	readonly key: string;
	/** null for a key that nobody is known by. */
	readonly name: string | null;
	/**
	 * now: the key they have; earlier: one they had; gone: of somebody who is on no team any more; recovery: of those who step in
	 * where nobody else can.
	 */
	readonly as: 'now' | 'earlier' | 'gone' | 'recovery';
}
type Colleague = Colleagues['people'][number];

/** What they are there for is not handling reports. */
const isHandler = ({ team }: Colleague): boolean =>
	!/^staff:(?:recovery|recovery-share|custodian|hash-review-.*)$/.test(team);
const isRecovery = ({ team }: Colleague): boolean => team === 'staff:recovery';

/** In the order of the keys. `known`: names by key of people who left, as the report says or the device pinned them. */
export function readersOf(
	holders: readonly string[],
	people: readonly Colleague[],
	{ recipients }: Pick<ReportBody, 'recipients'>,
	nameOf: (key: string) => string | null,
): Reader[] {
	return holders.map((key) => {
		const now = people.find((one) => one.key.id === key);
		if (now) return { key, name: now.name, as: isRecovery(now) ? 'recovery' : 'now' };
		const name = recipients.find((one) => one.key === key)?.name ?? nameOf(key);
		if (name !== null && isPair(name)) return { key, name, as: 'recovery' };
		const isHere = name !== null && people.some((one) => isHandler(one) && samePerson(one.name, name));
		return { key, name, as: isHere ? 'earlier' : 'gone' };
	});
}

/** Colleagues who could be given it: nobody whom it names or excludes, nor who sent it; each once. */
export function couldRead(
	readers: readonly Reader[],
	people: readonly Colleague[],
	body: Pick<ReportBody, 'named' | 'excluded' | 'reporter' | 'kind'>,
): Colleague[] {
	const out = new Set([...body.named, ...(body.excluded ?? []), body.reporter.user ?? ''].map(canonicalName));
	const have = new Set(readers.filter((one) => one.as === 'now').map((one) => one.key));
	const free = people.filter((one) => isHandler(one) && !have.has(one.key.id) && !out.has(canonicalName(one.name)));
	return free.filter((one, at) => free.findIndex(({ key }) => key.id === one.key.id) === at);
}
