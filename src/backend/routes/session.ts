/** Sign-in by the wiki's OAuth 2, and the session that comes of it. */
import { done } from '../../contract/problem.ts';
import { redeemCode } from '../auth/redeem.ts';
import { startAtWiki } from '../auth/start.ts';
import { dropSession } from '../store/sessions.ts';
import type { Handler } from './handler.ts';

export const startSignIn: Handler<'startSignIn'> = ({ body }, services) => startAtWiki(body, services);

export const redeem: Handler<'redeem'> = ({ body }, services) => redeemCode(body, services);

export const session: Handler<'session'> = ({ caller: { wiki, user, roles, until } }) =>
	Promise.resolve(done({ wiki, user, roles, until }));

export const signOut: Handler<'signOut'> = async ({ caller }, { store }) => {
	await dropSession(store, caller.tokenHash);
	return done({});
};
