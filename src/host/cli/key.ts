/** `wikihaven key`: makes keys for staff and for recovery. */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { makeStaffKey } from './staff-key.ts';

export const name = 'key';
export const summary = 'Makes a key for staff or for recovery.';
export const help = `wikihaven key new --role ROLE --name NAME --out FILE

Makes a key and prints its entry for "staff" in the backend's configuration. The secret goes to FILE, readable by this user
alone: keep it off the server. Debian's \`age -d -i FILE\` opens what is sealed to it.

  --role ROLE   recovery (every report is sealed to it too; one is needed, or see \`wikihaven recovery\`),
                recovery-share, child-safety, safety, …
  --name NAME   what reporters see
`;

export async function run([verb, ...args]: string[]): Promise<number> {
	const text = { type: 'string' } as const;
	const { values } = parseArgs({ args, options: { role: text, name: text, out: text } });
	if (verb !== 'new' || !values.role || !values.name || !values.out) {
		process.stderr.write(help);
		return 2;
	}
	const made = await makeStaffKey();
	const lines = [
		`# ${values.role}: ${values.name}`,
		`# public key: ${made.public.age}`,
		made.secret,
		// age takes a line that begins with # for a comment.
		...made.signingSecret
			.trim()
			.split('\n')
			.map((line) => `# ${line}`),
	];
	try {
		writeFileSync(values.out, `${lines.join('\n')}\n`, { mode: 0o600, flag: 'wx' });
	} catch {
		process.stderr.write(`${values.out} cannot be written, or is there already: a key is never overwritten.\n`);
		return 1;
	}
	process.stdout.write(`${JSON.stringify({ role: values.role, name: values.name, key: made.public }, null, '\t')}\n`);
	return 0;
}
