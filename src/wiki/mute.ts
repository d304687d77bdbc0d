/** Mutes somebody's notifications, where the wiki has Extension:Echo, and looks whether it did so. */
import * as v from 'valibot';
import { done, type Outcome } from '../contract/problem.ts';
import { ask, type WikiTransport } from './transport.ts';
import { csrfToken } from './user.ts';

const Muted = v.object({ echomute: v.unknown() });
const Options = v.object({
	query: v.object({
		userinfo: v.object({ options: v.optional(v.record(v.string(), v.unknown()), {}) }),
		users: v.optional(v.array(v.object({ centralids: v.optional(v.record(v.string(), v.number()), {}) })), []),
	}),
});

/** Echo's list: central ids, a line each. */
const listName = 'echo-notifications-blacklist';

/**
 * True where nothing of what they do is notified any more. Echo says that it did so for names that it does not know too,
 * so the list is read. (Mail cannot be muted this way: the API takes names for the list `email-blacklist` of a wiki, which
 * holds ids, and so would spoil what is on it.)
 */
export async function muteNotifications(transport: WikiTransport, user: string): Promise<Outcome<boolean>> {
	const token = await csrfToken(transport);
	if (!token.ok) return token;
	const params = { type: 'user', mute: user, token: token.value };
	const muted = await ask(transport, { action: 'echomute', params }, Muted);
	// No such action: no Echo.
	if (!muted.ok) return muted.params[0] === 'badvalue' ? done(false) : muted;
	const look = { meta: 'userinfo', uiprop: 'options', list: 'users', ususers: user, usprop: 'centralids' };
	const read = await ask(transport, { action: 'query', params: look }, Options);
	if (!read.ok) return read;
	const { userinfo, users } = read.value.query;
	const list = String(userinfo.options[listName] ?? '').split('\n');
	return done(Object.values(users[0]?.centralids ?? {}).some((id) => id > 0 && list.includes(String(id))));
}
