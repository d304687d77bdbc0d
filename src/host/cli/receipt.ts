/** `wikihaven receipt verify`: checks a receipt's signature without a network. */
import { createPublicKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { ReceiptKeySchema, ReceiptSchema, receiptText, type Receipt } from '../../contract/receipt.ts';

export const name = 'receipt';
export const summary = 'Verifies a receipt offline.';
export const help = `wikihaven receipt verify RECEIPT.json --keys KEYS.json

Checks the Ed25519 signature of a receipt with the keys of the service that gave it. Needs no network.

  --keys FILE   the service's receipt keys: its answer of /v1/about, saved before, or the list under receiptKeys in it

Ends with 0 when the receipt is genuine, 1 when it is not, 2 when a file cannot be read.
`;

const KeyList = v.pipe(
	v.union([v.array(ReceiptKeySchema), v.object({ receiptKeys: v.array(ReceiptKeySchema) })]),
	v.transform((given) => (Array.isArray(given) ? given : given.receiptKeys)),
);

function read<T>(file: string, schema: v.GenericSchema<unknown, T>): T | null {
	try {
		const parsed = v.safeParse(schema, JSON.parse(readFileSync(file, 'utf8')));
		return parsed.success ? parsed.output : null;
	} catch {
		return null;
	}
}

function isGenuine(receipt: Receipt, key: string): boolean {
	const publicKey = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: key }, format: 'jwk' });
	return verify(null, Buffer.from(receiptText(receipt)), publicKey, Buffer.from(receipt.signature, 'base64url'));
}

export function run([verb, ...args]: string[]): Promise<number> {
	const end = (code: number, line: string): Promise<number> => {
		(code === 0 ? process.stdout : process.stderr).write(`${line}\n`);
		return Promise.resolve(code);
	};
	const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { keys: { type: 'string' } } });
	const [file] = positionals;
	if (verb !== 'verify' || file === undefined || values.keys === undefined) return end(2, help);
	const receipt = read(file, ReceiptSchema);
	if (!receipt) return end(2, `${file} is not a receipt.`);
	const keys = read(values.keys, KeyList);
	if (!keys) return end(2, `${values.keys} is not a list of receipt keys.`);
	const key = keys.find((one) => one.id === receipt.key);
	if (!key) return end(1, `The receipt names the key ${receipt.key}, which is not in the list.`);
	return isGenuine(receipt, key.key)
		? end(0, `The receipt is genuine: report ${receipt.id} was received at ${receipt.at}.`)
		: end(1, 'The signature does not fit: the receipt was changed, or it is not from this service.');
}
