/** The staff keys of a backend: its own word, held to the keys this client pinned before. */
import type { About } from '../../contract/about.ts';
import { keyIdOf } from '../../contract/bytes.ts';
import { clockSkew } from '../../contract/about.ts';
import { done, type Outcome } from '../../contract/problem.ts';
import { staffPrefix } from '../../domain/config/model.ts';
import { keySubject } from '../../domain/keys/model.ts';
import { newPins, type Pins } from '../../domain/keys/pins.ts';
import { judge, type Judgement } from '../../domain/keys/trust.ts';
import { staffPerson } from '../../domain/report/recipients.ts';
import { callBackend } from '../backend/call.ts';
import { receiptPins } from '../outbox/receipts.ts';
import type { KeeperServices } from '../services.ts';
import { genuineVotes, type Published } from './votes.ts';

const rowOf = (origin: string): string => `${staffPrefix}${origin}`;

async function publishedBy(about: About): Promise<Published[]> {
	const found: Published[] = [];
	for (const { role, name, key, confirms } of about.staff) {
		if (key.id !== (await keyIdOf(key.age))) continue;
		const person = staffPerson(`${staffPrefix}${role}`, name);
		found.push({ person, key: { ...key, sign: key.sign ?? '' }, at: 0, confirms });
	}
	return found;
}

/** Pinned keys as they were, for as long as the backend cannot be asked. */
function remembered(pins: Pins): Judgement {
	const trusted = Object.entries(pins.keys).flatMap(([person, { pinned }]) =>
		pinned.flatMap((id) => {
			const signer = pins.signers[id];
			if (!signer) return [];
			return [{ person, key: { id, age: signer.age, sign: signer.sign }, trust: 'pinned' as const, onWordOf: null }];
		}),
	);
	return { trusted, waiting: [], pins };
}

/**
 * A backend publishes no time that could be trusted, so the first keys seen are taken, and a changed or added one waits from
 * the moment this client first sees it, unless a pinned colleague or its own predecessor signed for it.
 */
export async function judgeStaff(services: KeeperServices, origin: string): Promise<Outcome<Judgement>> {
	const { vault } = services;
	const old = await vault.get('pins', rowOf(origin));
	const about = await callBackend(services, origin, 'about', {});
	if (!about.ok) return old ? done(remembered(old)) : about;
	const published = await publishedBy(about.value);
	const receipts = await receiptPins(about.value);
	const subjects = new Set(published.map(({ person, key }) => keySubject(person, key)));
	const votes = await genuineVotes(published, subjects, old);
	// Whichever clock is behind: a wrong one only makes the wait longer.
	const now = services.now() + Math.min(0, clockSkew(about.value, services.now()));
	let judgement: Judgement | undefined;
	await vault.update('pins', rowOf(origin), (pins) => {
		const candidates = published.map(({ person, key }) => ({ person, key, since: 0 }));
		judgement = judge(pins ?? newPins(origin, now), candidates, votes, { now, last: now, young: pins === undefined });
		return { ...judgement.pins, receipts: { ...judgement.pins.receipts, ...receipts } };
	});
	return judgement ? done(judgement) : done(remembered(newPins(origin, now)));
}
