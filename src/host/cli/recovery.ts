/** `wikihaven recovery`: splits the recovery key among three people, of whom any two can use it together. */
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { AgeRecipient } from '../../contract/primitives.ts';
import { isPair } from '../../domain/people/pair.ts';
import { splitRecovery, type Holder } from './recovery-split.ts';

export const name = 'recovery';
export const summary = 'Splits the recovery key among three people: two of them are needed.';
export const help = `wikihaven recovery split --holder NAME=AGE --holder NAME=AGE --holder NAME=AGE

Makes recovery keys of which nobody holds one alone, and prints their entries for "staff" in the backend's configuration, in
place of a recovery key of your own. Each of the three needs an entry with the role "recovery-share" there, with their key
and account: make it with \`wikihaven key new --role recovery-share\`. No secret is printed or written: the shares in the
entries are sealed to the holders. Two of them open a report together, in the panel, under "Keys"; a report is never sealed
to a share of somebody who is named in it.

Who replaces one of the three splits anew and keeps the old entries below the new ones: what was sealed before needs them.

  --holder NAME=AGE   name of their account, and the age1… of their key
`;

function holderOf(text: string): Holder | null {
	const at = text.lastIndexOf('=');
	const [name, age] = [text.slice(0, at).trim(), text.slice(at + 1).trim()];
	return at > 0 && name !== '' && !isPair(name) && v.is(AgeRecipient, age) ? { name, age } : null;
}

export async function run([verb, ...args]: string[]): Promise<number> {
	const { values } = parseArgs({ args, options: { holder: { type: 'string', multiple: true, default: [] } } });
	const [first, second, third, ...more] = values.holder.map(holderOf);
	if (verb !== 'split' || !first || !second || !third || more.length > 0) {
		process.stderr.write(help);
		return 2;
	}
	if (new Set([first.age, second.age, third.age]).size < 3 || new Set([first.name, second.name, third.name]).size < 3) {
		process.stderr.write('Three different people with three different keys are needed.\n');
		return 1;
	}
	try {
		process.stdout.write(`${JSON.stringify(await splitRecovery([first, second, third]), null, '\t')}\n`);
	} catch {
		process.stderr.write('One of the keys is none: a letter may be wrong.\n');
		return 1;
	}
	return 0;
}
