/** Sends by the wiki's own e-mail: the wiki and its operators can read it on the way. */
import * as v from 'valibot';
import { done, failed, type Outcome } from '../contract/problem.ts';
import { ask, type WikiTransport } from './transport.ts';
import { csrfToken } from './user.ts';

const Shape = v.object({ emailuser: v.object({ result: v.string() }) });

export async function sendMail(
	transport: WikiTransport,
	mail: { readonly user: string; readonly subject: string; readonly text: string },
): Promise<Outcome<Record<string, never>>> {
	const token = await csrfToken(transport);
	if (!token.ok) return token;
	const params = { target: mail.user, subject: mail.subject, text: mail.text, token: token.value };
	const answer = await ask(transport, { action: 'emailuser', params }, Shape);
	if (!answer.ok) return answer;
	const { result } = answer.value.emailuser;
	return result === 'Failure' ? failed('wiki-error', [result]) : done({});
}
