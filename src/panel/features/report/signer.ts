/** Who sends a report, as it is sealed: with the backend's word for a name, or with the name sealed to custodians. */
import { randomText, sha256, toBase64Url } from '../../../contract/bytes.ts';
import type { IdentityBody, SealedIdentity } from '../../../contract/identity.ts';
import { done, type Outcome } from '../../../contract/problem.ts';
import type { Reporter } from '../../../contract/report.ts';
import { commitmentText, reporterVerbs } from '../../../contract/reporter-verbs.ts';
import { sealIdentity } from '../../sealing/identity.ts';
import type { PanelServices } from '../../services.ts';
import { reporterOf, type Ready } from './body.ts';

/** A backend that does not answer must not keep a report from being sealed and kept. */
const patienceMs = 5000;

/** Undefined where nobody is signed in as this account, or the backend cannot be asked: then the name is not confirmed. */
async function attestedAs(
	services: PanelServices,
	wiki: string,
	user: string,
	report: string,
): Promise<IdentityBody['attested']> {
	const salt = randomText(16);
	const commitment = toBase64Url(await sha256(commitmentText(report, salt)));
	const asked = services.keeperFor(reporterVerbs).call('attest', { wiki, commitment });
	const late = new Promise<null>((give) => setTimeout(() => give(null), patienceMs));
	const answer = await Promise.race([asked, late]);
	if (!answer?.ok || answer.value.user !== user || answer.value.commitment !== commitment) return undefined;
	return { attestation: answer.value, salt };
}

export async function signerOf(
	services: PanelServices,
	{ draft, reporter: who }: Ready,
	report: string,
): Promise<Outcome<{ reporter: Reporter; identity?: SealedIdentity }>> {
	const reporter = reporterOf(who);
	if (reporter.mode === 'anonymous' || who.user === null) return done({ reporter });
	const { user, custodians } = who;
	const { wiki } = draft.target;
	const attested = await attestedAs(services, wiki, user, report);
	const proof = attested ? { attested } : {};
	if (reporter.mode === 'named') return done({ reporter: { ...reporter, ...proof } });
	const identity = await sealIdentity({ v: 1, report, wiki, user, ...proof }, custodians);
	return identity.ok ? done({ reporter, identity: identity.value }) : identity;
}
