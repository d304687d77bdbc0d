/** Erases the cases whose time is over, a few in each transaction, unless somebody holds them. */
import { termsOf, type KeptDays, type Term } from '../../domain/case/retention.ts';
import { eraseCase } from '../store/erase.ts';
import { appendService, type EventSigner } from '../store/log.ts';
import type { Reader, Store } from '../store/open.ts';

const day = 24 * 3_600_000;
/** In one transaction, so that others are not kept waiting. */
const atOnce = 20;

function over(db: Reader, { states, routes, from }: Term, before: number) {
	let query = db
		.selectFrom('report')
		.select('id')
		.where('erased_at', 'is', null)
		// Asked for by one person alone it is no hold.
		.where((eb) => eb.or([eb('hold', 'is', null), eb('hold', '=', 'asked')]))
		.where('state', 'in', states)
		.where(from, '<=', before);
	if (routes) query = query.where('route', routes.among ? 'in' : 'not in', routes.of);
	return query.limit(atOnce).execute();
}

/** Answers how many there were. */
export async function eraseOld(store: Store, signer: EventSigner, kept: KeptDays, now: number): Promise<number> {
	let erased = 0;
	for (const term of termsOf(kept)) {
		const eraseSome = (): Promise<number> =>
			store.tx(async (tx) => {
				const old = await over(tx, term, now - term.days * day);
				for (const { id } of old) {
					await eraseCase(tx, id, now);
					await appendService(tx, signer, id, { kind: 'erased', data: { why: 'retention' } }, now);
				}
				return old.length;
			});
		let some = atOnce;
		while (some === atOnce) {
			some = await eraseSome();
			erased += some;
		}
	}
	if (erased > 0) await store.forget();
	return erased;
}
