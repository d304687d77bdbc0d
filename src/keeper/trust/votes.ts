/** Checks the signatures of confirmations: what is not genuine never reaches the rules of trust. */
import { confirmationText, type Confirmation, type PublicKey } from '../../domain/keys/model.ts';
import { ownerOf, type Pins } from '../../domain/keys/pins.ts';
import type { Vote } from '../../domain/keys/trust.ts';
import { isSignedBy } from '../../contract/signature.ts';

/** What one person publishes: a key, and words about other keys. */
export interface Published {
	readonly person: string;
	readonly key: PublicKey;
	/** Milliseconds: since when the wiki shows this key. */
	readonly at: number;
	readonly confirms: readonly Confirmation[];
}

const isGenuine = ({ subject, signature }: Confirmation, sign: string): Promise<boolean> =>
	isSignedBy(sign, signature, confirmationText(subject));

/** The signing keys that may stand behind `by` on this person's page: the published one, and the one pinned before. */
function signersOf({ person, key }: Published, by: string, pins: Pins | undefined): string[] {
	const pinned = pins?.signers[by];
	return [
		...(key.id === by ? [key.sign] : []),
		...(pinned && ownerOf(pinned.user) === ownerOf(person) ? [pinned.sign] : []),
	];
}

/** Votes about these subjects; a confirmation counts only on the page of the person who signed it. */
export async function genuineVotes(
	published: readonly Published[],
	subjects: ReadonlySet<string>,
	pins: Pins | undefined,
): Promise<Vote[]> {
	const votes: Vote[] = [];
	for (const page of published) {
		for (const confirmation of page.confirms.filter(({ subject }) => subjects.has(subject))) {
			for (const sign of signersOf(page, confirmation.by, pins)) {
				if (sign === '' || !(await isGenuine(confirmation, sign))) continue;
				votes.push({ person: page.person, by: confirmation.by, subject: confirmation.subject });
				break;
			}
		}
	}
	return votes;
}
