/** Runs a decoder of the jSquash packages (libjpeg and libwebp as WebAssembly) in Node, a fresh one for every file. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

/** The pixels as a decoder gives them, and what it complained about on the way. */
export interface Raw {
	readonly width: number;
	readonly height: number;
	readonly data: Uint8ClampedArray;
	readonly complaints: string[];
}

/** As much of the global as is used: Node's types leave it out. */
declare const WebAssembly: { compile(bytes: Uint8Array): Promise<object> };

interface Decoder {
	init(module: object, options: { printErr(line: string): void }): Promise<void>;
	default(bytes: ArrayBuffer): Promise<{ width: number; height: number; data: Uint8ClampedArray }>;
}

/** The one browser class that the decoders make: Node has none. */
class ImageData {
	readonly data: Uint8ClampedArray;
	readonly width: number;
	readonly height: number;
	constructor(data: Uint8ClampedArray, width: number, height: number) {
		this.data = data;
		this.width = width;
		this.height = height;
	}
}

const compiled = new Map<string, Promise<object>>();
let last: Promise<unknown> = Promise.resolve();

/** Decodes one file, or resolves to null where the decoder gives up. In turn: the packages know of one decoder at a time. */
export function run(decoder: Decoder, wasm: string, bytes: Uint8Array): Promise<Raw | null> {
	const own = last.then(() => decodeOne(decoder, wasm, bytes));
	last = own.catch(() => undefined);
	return own;
}

async function decodeOne(decoder: Decoder, wasm: string, bytes: Uint8Array): Promise<Raw | null> {
	if (!('ImageData' in globalThis)) Object.assign(globalThis, { ImageData });
	const path = createRequire(import.meta.url).resolve(wasm);
	const module = compiled.get(wasm) ?? readFile(path).then((file) => WebAssembly.compile(file));
	compiled.set(wasm, module);
	const complaints: string[] = [];
	// A decoder that gave up cannot be used again, so each file gets its own.
	await decoder.init(await module, { printErr: (line) => complaints.push(line) });
	try {
		const { width, height, data } = await decoder.default(new Uint8Array(bytes).buffer);
		return { width, height, data, complaints };
	} catch {
		return null;
	}
}
