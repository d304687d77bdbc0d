/** From a return code to a report on this device: found, opened, and put into the vault for as long as it is read. */
import { toBase64Url } from '../../../contract/bytes.ts';
import { done, failed, type Outcome } from '../../../contract/problem.ts';
import { reporterVerbs } from '../../../contract/reporter-verbs.ts';
import { keysOfCode } from '../../../contract/return-code.ts';
import { draftKey } from '../../../contract/vault.ts';
import type { PanelServices } from '../../services.ts';

export interface Brought {
	readonly id: string;
	/** When the backend received it. */
	readonly at: string;
	/** Withdrawn: there is nothing to open any more. */
	readonly gone: boolean;
}

/** `wiki` says whose backend is asked. A report that this device knows already stays as it is. */
export async function bring(
	services: PanelServices,
	wiki: string,
	code: Uint8Array<ArrayBuffer>,
): Promise<Outcome<Brought>> {
	const { vault } = services;
	const { id, secret, follow } = await keysOfCode(code);
	const known = await vault.get('reports', id).catch(() => undefined);
	if (known && !known.visit) return done({ id, at: known.at, gone: false });
	const found = await services.keeperFor(reporterVerbs).call('findReport', { wiki, id, secret });
	if (!found.ok) return found;
	const { origin, thread } = found.value;
	const { receipt } = thread.status;
	if (thread.status.state === 'withdrawn') return done({ id, at: receipt.at, gone: true });
	const { openOwn } = await import('../../sealing/follow.ts');
	const body = (await openOwn(thread, follow))?.body;
	if (!body) return failed('bad-input');
	const target = body.evidence[0]?.target;
	try {
		await vault.put('reports', id, {
			id,
			origin,
			wiki: body.wiki,
			secret,
			code: toBase64Url(code),
			kind: body.kind,
			subject: target?.author ?? null,
			...(target ? { about: draftKey(target) } : {}),
			at: body.at,
			receipt,
			visit: new Date().toISOString(),
		});
	} catch {
		return failed('storage-failed');
	}
	return done({ id, at: receipt.at, gone: false });
}
