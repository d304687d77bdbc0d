/** `wikihaven config`: says what to set before the backend is started, and shows a whole file. */
import { configHelp, configOf } from './backend-config.ts';
import { exampleConfig } from './example-config.ts';

export const name = 'config';
export const summary = 'Checks the configuration of the backend, or shows an example.';
export const help = `wikihaven config check [--config FILE]
wikihaven config example

check     says what is missing or wrong in the configuration file and the environment, and what to set; ends with 1 then
example   prints a file with every setting, to be changed

${configHelp}`;

export function run([verb, ...args]: string[]): Promise<number> {
	if (verb === 'example') {
		process.stdout.write(`${JSON.stringify(exampleConfig, null, '\t')}\n`);
		return Promise.resolve(0);
	}
	if (verb !== 'check') {
		process.stderr.write(help);
		return Promise.resolve(2);
	}
	const config = configOf(args);
	if (!config) return Promise.resolve(1);
	const wikis = config.wikis.map((wiki) => `  ${wiki.base}${wiki.oauth ? '' : ' (no sign-in)'}\n`).join('');
	process.stdout.write(`The configuration is complete.\n${config.publicOrigin}, store: ${config.store.kind}\n${wikis}`);
	return Promise.resolve(0);
}
