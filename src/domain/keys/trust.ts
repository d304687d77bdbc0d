/** Which of the keys that are published count for this client: pinned, confirmed, old enough, or the first it sees. */
import { keySubject, newcomerWaitMs, type PublicKey } from './model.ts';
import { isPinned, ownerOf, type Pins } from './pins.ts';

/** A key as it is published now. */
export interface Candidate {
	/** Canonical user name, or `staff:ROLE/NAME`. */
	readonly person: string;
	readonly key: PublicKey;
	/** Milliseconds: since when the wiki shows this key and lists this person. */
	readonly since: number;
}

/** A confirmation whose signature was checked and is genuine. */
export interface Vote {
	/** Who signed, with which key id. */
	readonly person: string;
	readonly by: string;
	readonly subject: string;
}

/** The moment of looking; all in milliseconds. */
export interface Look {
	readonly now: number;
	/** When this client last looked and did not see what is new now; null for never. */
	readonly last: number | null;
	/** The whole set-up is younger than the wait: nobody could have an old key yet. */
	readonly young: boolean;
}

export interface Trusted {
	readonly person: string;
	readonly key: PublicKey;
	readonly trust: 'pinned' | 'confirmed' | 'aged' | 'first';
	/**
	 * Null where the key stands by itself; else until when it counts on the word of these people alone: nobody where they
	 * took it back.
	 */
	readonly onWordOf: { readonly people: readonly string[]; readonly until: number } | null;
}
export interface Waiting {
	readonly person: string;
	readonly key: PublicKey;
	readonly since: number;
	readonly until: number;
}
export interface Judgement {
	readonly trusted: readonly Trusted[];
	readonly waiting: readonly Waiting[];
	/** To be kept in place of the old ones. */
	readonly pins: Pins;
}

const iso = (ms: number): string => new Date(ms).toISOString();

/** A key id published by several people counts for its pinned owner alone: ids are copied easily. */
function withoutCopies(pins: Pins, candidates: readonly Candidate[]): Candidate[] {
	const owners = new Map<string, Set<string>>();
	for (const { person, key } of candidates) {
		owners.set(key.id, (owners.get(key.id) ?? new Set()).add(ownerOf(person)));
	}
	return candidates.filter(({ person, key }) => {
		const owner = pins.signers[key.id]?.user;
		return owner === undefined ? owners.get(key.id)?.size === 1 : ownerOf(owner) === ownerOf(person);
	});
}

/**
 * Judges all published keys of a wiki (or of a backend's staff) at one look. DESIGN section 3: pinned keys count; a newcomer
 * counts once a pinned key of somebody else, or the own previous one, signed for it; else 72 hours after the later of what
 * the wiki says and of this client's last look without it. A client that never looked takes what is older than 72 hours,
 * and all of a set-up that is younger as a whole. What is not published any more does not count and confirms nothing.
 */
export function judge(pins: Pins, published: readonly Candidate[], votes: readonly Vote[], look: Look): Judgement {
	const candidates = withoutCopies(pins, published);
	const atFirst = look.young && Object.values(pins.keys).every(({ pinned }) => pinned.length === 0);
	const startOf = ({ person, key, since }: Candidate): number => {
		const seen = pins.keys[person]?.seen[key.id];
		return Math.max(since, seen === undefined ? (look.last ?? since) : Date.parse(seen));
	};
	const over = (start: number): boolean => look.now >= start + newcomerWaitMs;
	const pinnedNow = candidates.filter(({ person, key }) => isPinned(pins, person, key));
	const aged = candidates.filter((one) => !pinnedNow.includes(one) && over(startOf(one)));
	const confirming = new Map([...pinnedNow, ...aged].map(({ person, key }) => [person, key.id]));
	const votersFor = ({ person, key }: Candidate): string[] => [
		...new Set(
			votes
				.filter(({ subject }) => subject === keySubject(person, key))
				.filter((vote) =>
					vote.person === person
						? vote.by !== key.id && (pins.keys[person]?.pinned.includes(vote.by) ?? false)
						: confirming.get(vote.person) === vote.by,
				)
				.map((vote) => vote.person),
		),
	];
	const trusted: Trusted[] = [];
	const waiting: Waiting[] = [];
	const kept: Pins = { ...pins, keys: {}, signers: {}, looked: { ...pins.looked, keys: iso(look.now) } };
	const keep = ({ person, key }: Candidate, start: number): void => {
		kept.keys[person] = { pinned: [key.id], seen: { [key.id]: iso(start) } };
		kept.signers[key.id] = { user: person, age: key.age, sign: key.sign };
	};
	// Whoever is not published now stays known, so that an old key that comes back later is told from a new one.
	for (const [person, known] of Object.entries(pins.keys)) {
		kept.keys[person] = { pinned: known.pinned, seen: keepOnly(known.seen, known.pinned) };
		for (const id of known.pinned) {
			const signer = pins.signers[id];
			if (signer) kept.signers[id] = signer;
		}
	}
	for (const one of candidates) {
		const { person, key } = one;
		const start = startOf(one);
		const voters = votersFor(one);
		if (pinnedNow.includes(one)) {
			const seen = pins.keys[person]?.seen[key.id];
			const early = seen !== undefined && !over(Date.parse(seen));
			trusted.push({
				person,
				key,
				trust: 'pinned',
				onWordOf: early ? { people: voters, until: start + newcomerWaitMs } : null,
			});
			keep(one, seen === undefined ? 0 : Date.parse(seen));
		} else if (atFirst) {
			trusted.push({ person, key, trust: 'first', onWordOf: null });
			keep(one, 0);
		} else if (over(start)) {
			trusted.push({ person, key, trust: 'aged', onWordOf: null });
			retire(kept, person);
			keep(one, start);
		} else if (voters.length > 0) {
			trusted.push({ person, key, trust: 'confirmed', onWordOf: { people: voters, until: start + newcomerWaitMs } });
			retire(kept, person);
			keep(one, start);
		} else {
			waiting.push({ person, key, since: start, until: start + newcomerWaitMs });
			const known = kept.keys[person] ?? { pinned: [], seen: {} };
			kept.keys[person] = { pinned: known.pinned, seen: { ...known.seen, [key.id]: iso(start) } };
		}
	}
	return { trusted, waiting, pins: kept };
}

function keepOnly(seen: Readonly<Record<string, string>>, ids: readonly string[]): Record<string, string> {
	return Object.fromEntries(Object.entries(seen).filter(([id]) => ids.includes(id)));
}

/** A person's earlier keys are forgotten: should one come back, it is a newcomer. */
function retire(pins: Pins, person: string): void {
	for (const id of pins.keys[person]?.pinned ?? []) delete pins.signers[id];
}
