/** One e-mail of the wiki's own to each person who is to be told. */
import * as v from 'valibot';
import type { Outcome } from '../../contract/problem.ts';
import { sendMail } from '../../wiki/mail.ts';
import { ask, type WikiTransport } from '../../wiki/transport.ts';
import type { Log } from '../log.ts';
import { dutyMail } from './words.ts';

type Failed = Extract<Outcome<never>, { readonly ok: false }>;

const Site = v.object({ query: v.object({ general: v.object({ base: v.string(), lang: v.string() }) }) });

/** Our own word for it and the wiki's, neither of which names anybody. */
const codeOf = ({ problem, params }: Failed): string => [problem, ...params].join(' ');

/** Whom the wiki took an e-mail for. Nobody where it cannot be reached or does not take our account. */
export async function mailTo(bot: WikiTransport, people: readonly string[], log: Log): Promise<Set<string>> {
	const told = new Set<string>();
	if (people.length === 0) return told;
	const params = { meta: 'siteinfo', siprop: 'general' };
	const site = await ask(bot, { action: 'query', params }, Site);
	if (!site.ok) {
		log.warn('the wiki does not take our account', { code: codeOf(site) });
		return told;
	}
	const { base, lang } = site.value.query.general;
	const mail = dutyMail(lang, base);
	for (const user of people) {
		const sent = await sendMail(bot, { user, ...mail });
		if (sent.ok) told.add(user);
		else log.warn('the wiki did not take an e-mail', { code: codeOf(sent) });
	}
	return told;
}
