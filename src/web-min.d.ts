/** The few web globals that browsers, workers and Node share: all that the pure rooms may use beyond ECMAScript. */
declare class TextEncoder {
	encode(text?: string): Uint8Array<ArrayBuffer>;
}
declare class TextDecoder {
	constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
	decode(bytes?: ArrayBufferView | ArrayBuffer): string;
}
declare class URLSearchParams implements Iterable<[string, string]> {
	constructor(init?: string | Record<string, string>);
	get(name: string): string | null;
	set(name: string, value: string): void;
	has(name: string): boolean;
	[Symbol.iterator](): IterableIterator<[string, string]>;
	toString(): string;
}
declare class URL {
	constructor(url: string, base?: string);
	readonly origin: string;
	readonly protocol: string;
	readonly host: string;
	readonly hostname: string;
	readonly searchParams: URLSearchParams;
	pathname: string;
	search: string;
	hash: string;
	href: string;
}
interface AbortSignal {
	readonly aborted: boolean;
	readonly reason: unknown;
	addEventListener(type: 'abort', listener: () => void, options?: { once?: boolean; signal?: AbortSignal }): void;
	removeEventListener(type: 'abort', listener: () => void): void;
	throwIfAborted(): void;
}
declare const AbortSignal: { timeout(ms: number): AbortSignal; any(signals: AbortSignal[]): AbortSignal };
declare class AbortController {
	readonly signal: AbortSignal;
	abort(reason?: unknown): void;
}
/** Opaque. */
interface HkdfKey {
	readonly type: string;
}
/** Opaque. */
interface VerifyingKey {
	readonly type: string;
}
declare const crypto: {
	getRandomValues<T extends Uint8Array>(array: T): T;
	randomUUID(): string;
	readonly subtle: {
		digest(algorithm: 'SHA-256', data: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer>;
		importKey(
			format: 'raw',
			key: Uint8Array<ArrayBuffer>,
			algorithm: 'HKDF',
			extractable: boolean,
			uses: 'deriveBits'[],
		): Promise<HkdfKey>;
		importKey(
			format: 'raw',
			key: Uint8Array<ArrayBuffer>,
			algorithm: 'Ed25519',
			extractable: boolean,
			uses: 'verify'[],
		): Promise<VerifyingKey>;
		verify(
			algorithm: 'Ed25519',
			key: VerifyingKey,
			signature: Uint8Array<ArrayBuffer>,
			data: Uint8Array<ArrayBuffer>,
		): Promise<boolean>;
		deriveBits(
			algorithm: { name: 'HKDF'; hash: 'SHA-256'; salt: Uint8Array<ArrayBuffer>; info: Uint8Array<ArrayBuffer> },
			key: HkdfKey,
			bits: number,
		): Promise<ArrayBuffer>;
	};
};
declare function setTimeout(run: () => void, ms: number): number;
declare function clearTimeout(id: number): void;
declare function atob(text: string): string;
declare function btoa(text: string): string;
