/** Taking in sealed reports, once each, and telling their senders what became of them. */
import { createHash } from 'node:crypto';
import { isOn } from '../../domain/config/model.ts';
import { reportStates } from '../../domain/report/states.ts';
import { done, failed, type Outcome } from '../../contract/problem.ts';
import type { Receipt } from '../../contract/receipt.ts';
import type { SealedReport } from '../../contract/report.ts';
import type { Services } from '../services.ts';
import { findReport, type StoredReport } from '../store/reports.ts';
import { membersOf } from '../wiki/directory.ts';
import { isRecipientSet } from '../wiki/recipients.ts';
import type { Handler } from './handler.ts';

function receiptOf(report: StoredReport): Receipt {
	return {
		v: 1,
		id: report.id,
		hash: report.hash,
		at: new Date(report.at).toISOString(),
		key: report.receipt_key,
		signature: report.receipt_signature,
	};
}

/** The receipt it has already, where capability and bytes are those of the first time. */
function again(known: StoredReport, capability: string, hash: string): Outcome<Receipt> {
	return known.capability === capability && known.hash === hash ? done(receiptOf(known)) : failed('conflict');
}

async function mayBeSent(report: SealedReport, services: Services, maxAge?: number): Promise<Outcome<null>> {
	const { config, directory, now } = services;
	if (!config.wikis.some((wiki) => wiki.base === report.wiki)) return failed('config-missing');
	const wiki = await directory.config(report.wiki, maxAge);
	if (!wiki.ok) return wiki;
	if (!isOn(wiki.value, 'report')) return failed('switched-off');
	// Of everybody, not of this route's people alone: the queue asks for the same and so finds what was read here.
	const keys = await directory.keysOf(report.wiki, membersOf(wiki.value), maxAge);
	if (!keys.ok) return keys;
	const grants = report.grants.map((grant) => grant.key);
	if (isRecipientSet(grants, report.route, wiki.value, config.staff, keys.value, now())) return done(null);
	// The sender may have read newer pages than we have: look again before a report is turned away.
	if (maxAge === undefined) return mayBeSent(report, services, 0);
	// A refusal is for good, so not while somebody's page could not be read.
	return failed([...keys.value.values()].includes(null) ? 'wiki-error' : 'wrong-recipients');
}

export const sendReport: Handler<'sendReport'> = async ({ params: { id }, body, caller: capability }, services) => {
	const sealed = Buffer.from(body.sealed, 'base64');
	if (createHash('sha256').update(sealed).digest('hex') !== body.hash) return failed('bad-input');
	// Before everything else: whose answer was lost gets it, although the wiki is down or switched off by now.
	const known = await findReport(services.store.db, id);
	if (known) return again(known, capability, body.hash);
	const allowed = await mayBeSent(body, services);
	if (!allowed.ok) return allowed;

	const at = services.now();
	const { wiki, route, section, hash } = body;
	const signature = services.receipts.sign({ id, hash, at: new Date(at).toISOString() });
	const row = {
		id,
		wiki,
		route,
		section,
		at,
		hash,
		capability,
		sealed,
		state: 'received',
		receipt_key: services.receipts.key,
		receipt_signature: signature,
	};
	const grants = body.grants.map(({ key, box }) => ({ key, box: Buffer.from(box, 'base64') }));
	const earlier = await services.intake.keep(row, grants);
	return earlier ? again(earlier, capability, hash) : done(receiptOf(row));
};

export const reportStatus: Handler<'reportStatus'> = async ({ params, caller: capability }, { store }) => {
	const report = await findReport(store.db, params.id);
	// One answer for a wrong id and a wrong capability: neither tells that a report exists.
	if (report?.capability !== capability) return failed('not-found');
	const state = reportStates.find((known) => known === report.state);
	return state ? done({ id: report.id, state, receipt: receiptOf(report) }) : failed('server-error');
};
