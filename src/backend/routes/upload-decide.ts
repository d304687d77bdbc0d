/** A reviewer's decision on a match: to confirm preserves the file first, or nothing happens at all. */
import { decided, matchStates } from '../../domain/upload/review.ts';
import { done, failed, type Outcome } from '../../contract/problem.ts';
import type { BodyOf } from '../../contract/routes.ts';
import type { Services } from '../services.ts';
import { takeStep, type Step } from '../store/upload-review.ts';
import { classOf } from '../upload/config.ts';
import { seal, storedFile } from '../upload/review/preserve.ts';
import type { Handler } from './handler.ts';
import { reviewed, type Reviewed } from './upload-review.ts';

const day = 24 * 60 * 60 * 1000;

type Decision = BodyOf<'uploadDecide'>;

const bytes = (box: string | undefined): Uint8Array | null => (box === undefined ? null : Buffer.from(box, 'base64'));

/** Terrorism has a form of its own, and no other class has it. */
function isWhole({ match }: Reviewed, { decision, threat }: Decision): boolean {
	return (match.class === 'terrorism' && decision === 'confirm') === (threat !== undefined);
}

function actsOf({ who }: Reviewed, { decision, reason, threat }: Decision): Step['acts'] {
	const act = { who, act: decision, box: bytes(reason) };
	if (!threat) return [act];
	return [act, { who, act: threat.immediate ? 'threat-immediate' : 'threat-none', box: bytes(threat.grounds) }];
}

async function preserve({ match }: Reviewed, { upload, now }: Services): Promise<Outcome<Step['preserved']>> {
	const config = upload && classOf(upload.checking, match.class);
	if (!config || match.title === null) return failed('switched-off');
	const file = await storedFile(upload.wikis, { ...match, title: match.title });
	if (!file.ok) return file;
	return done({ ...(await seal(file.value.bytes, config.preserveTo)), until: now() + config.preserveDays * day });
}

export const uploadDecide: Handler<'uploadDecide'> = async ({ params, body, caller }, services) => {
	const { store, now } = services;
	const own = await reviewed(params.id, caller, services);
	if (!own.ok) return own;
	const { match } = own.value;
	const from = matchStates.find((state) => state === match.state);
	const to = from && decided(from, body.decision);
	if (!from || !to) return failed('conflict');
	if (!isWhole(own.value, body)) return failed('bad-input');
	const preserved = to === 'confirmed' ? await preserve(own.value, services) : done(null);
	if (!preserved.ok) return preserved;
	const acts = actsOf(own.value, body);
	const taken = await takeStep(store, { match: match.id, from, to, at: now(), acts, preserved: preserved.value });
	if (!taken) return failed('conflict');
	const until = preserved.value?.until;
	return done({ state: to, preservedUntil: until === undefined ? null : new Date(until).toISOString() });
};
