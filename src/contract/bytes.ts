/** Bytes as text and back, and the one hash used everywhere: base64, base64url, SHA-256. */

export function toBase64(bytes: Uint8Array): string {
	let text = '';
	// In slices: a call with a million arguments overflows the stack.
	for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
	return btoa(text);
}

/** Throws on text that is not base64: validate with the schema first. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
	const raw = atob(text);
	const bytes = new Uint8Array(raw.length);
	for (let at = 0; at < raw.length; at++) bytes[at] = raw.charCodeAt(at);
	return bytes;
}

export function toBase64Url(bytes: Uint8Array): string {
	return toBase64(bytes).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

export function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
	return fromBase64(text.replace(/-/g, '+').replace(/_/g, '/'));
}

export function toHex(bytes: Uint8Array): string {
	return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export async function sha256(data: Uint8Array<ArrayBuffer> | string): Promise<Uint8Array<ArrayBuffer>> {
	const bytes = typeof data === 'string' ? new TextEncoder().encode(data) : data;
	return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
}

/** `size` random bytes in base64url: 16 for an id, 32 for a secret. */
export function randomText(size: number): string {
	return toBase64Url(crypto.getRandomValues(new Uint8Array(size)));
}

/** How a grant names its key: the first 16 hex digits of SHA-256 over the age recipient. */
export async function keyIdOf(ageRecipient: string): Promise<string> {
	return toHex(await sha256(ageRecipient)).slice(0, 16);
}
