/** Opens a sealed report as one of its recipients would. */
import * as v from 'valibot';
import { Decrypter } from 'age-encryption';
import { fromBase64 } from '../../../src/contract/bytes.ts';
import { GrantBodySchema, ReportBodySchema, type ReportBody, type SealedReport } from '../../../src/contract/report.ts';
import type { Person } from './people.ts';

async function open(identity: string, sealed: string): Promise<unknown> {
	const decrypter = new Decrypter();
	decrypter.addIdentity(identity);
	return JSON.parse(await decrypter.decrypt(fromBase64(sealed), 'text'));
}

export async function unseal(
	report: Pick<SealedReport, 'grants' | 'sealed'> | undefined,
	person: Pick<Person, 'id' | 'name' | 'secret'>,
): Promise<ReportBody> {
	const grant = report?.grants.find(({ key }) => key === person.id);
	if (!report || !grant) throw new Error(`nothing sealed for ${person.name}`);
	const { secret } = v.parse(GrantBodySchema, await open(person.secret, grant.box));
	return v.parse(ReportBodySchema, await open(secret, report.sealed));
}
