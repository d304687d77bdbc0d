/** The dots of a picture as they are stored in its file, read with the browser's own decoder. */
import type { Pixels } from '../../engines/pdq/pixels.ts';
import { frameOf, type Frame } from './hash-frame.ts';
import type { Head } from './hash-head.ts';
import { plainFile } from './hash-strip.ts';

/** More dots than this are not unpacked here: 256 MB. The service hashes the stored file whatever this device can do. */
export const mostPixels = 64_000_000;

export type Unread = 'broken' | 'too-many-pixels' | 'unknown-format';

type Dots = Uint8Array<ArrayBuffer>;

/**
 * Exact where the picture is opaque; with transparency in Firefox only, as Chromium's frame keeps the dots multiplied by it
 * and so forgets the colours underneath. Null there.
 */
async function fromFrame(bitmap: ImageBitmap): Promise<Dots | null> {
	const { width, height } = bitmap;
	const frame = new VideoFrame(bitmap, { timestamp: 0 });
	try {
		if (frame.format?.includes('A') && hasTextures()) return null;
		const rgba = new Uint8Array(width * height * 4);
		await frame.copyTo(rgba, { format: 'RGBA', layout: [{ offset: 0, stride: width * 4 }], colorSpace: 'srgb' });
		return rgba;
	} finally {
		frame.close();
	}
}

const hasTextures = (): boolean => new OffscreenCanvas(1, 1).getContext('webgl') !== null;

/** A texture takes the dots as they are. Null where there is none, or none so large. */
function fromTexture(bitmap: ImageBitmap): Dots | null {
	const { width, height } = bitmap;
	const gl = new OffscreenCanvas(1, 1).getContext('webgl', { premultipliedAlpha: false });
	if (!gl || Math.max(width, height) > Number(gl.getParameter(gl.MAX_TEXTURE_SIZE))) return null;
	gl.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, false);
	gl.bindTexture(gl.TEXTURE_2D, gl.createTexture());
	gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, gl.RGBA, gl.UNSIGNED_BYTE, bitmap);
	gl.bindFramebuffer(gl.FRAMEBUFFER, gl.createFramebuffer());
	const { FRAMEBUFFER, COLOR_ATTACHMENT0, TEXTURE_2D } = gl;
	gl.framebufferTexture2D(FRAMEBUFFER, COLOR_ATTACHMENT0, TEXTURE_2D, gl.getParameter(gl.TEXTURE_BINDING_2D), 0);
	const rgba = new Uint8Array(width * height * 4);
	gl.readPixels(0, 0, width, height, gl.RGBA, gl.UNSIGNED_BYTE, rgba);
	const fault = gl.getError();
	gl.getExtension('WEBGL_lose_context')?.loseContext();
	return fault === gl.NO_ERROR ? rgba : null;
}

/** The colours under half transparent dots come out rounded. */
function fromCanvas(bitmap: ImageBitmap): Dots {
	const { width, height } = bitmap;
	const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
	if (!context) throw new Error('no canvas');
	context.drawImage(bitmap, 0, 0);
	return new Uint8Array(context.getImageData(0, 0, width, height).data.buffer);
}

/** Closes the bitmap. */
export async function readBitmap(bitmap: ImageBitmap, grey: boolean): Promise<Pixels | Frame> {
	try {
		return (await frameOf(bitmap, grey)) ?? (await pixelsOf(bitmap, grey));
	} finally {
		bitmap.close();
	}
}

async function pixelsOf(bitmap: ImageBitmap, grey: boolean): Promise<Pixels> {
	const { width, height } = bitmap;
	const rgba = (await fromFrame(bitmap).catch(() => null)) ?? fromTexture(bitmap) ?? fromCanvas(bitmap);
	return { width, height, rgba, grey };
}

/** `bytes` are used up. */
export async function decode(bytes: Uint8Array<ArrayBuffer>, head: Head): Promise<Pixels | Frame | Unread> {
	const { kind, width, height, grey } = head;
	if (kind === 'other' || kind === 'svg' || kind === 'video') return 'unknown-format';
	if (width * height > mostPixels) return 'too-many-pixels';
	if (width * height === 0) return 'broken';
	try {
		// A JPEG without its profile is what it is already; told so, Chromium copies it once more: a quarter of the time.
		const asStored = { colorSpaceConversion: 'none', premultiplyAlpha: 'none' } as const;
		const options = kind === 'jpeg' ? {} : asStored;
		return await readBitmap(await createImageBitmap(plainFile(bytes, kind), options), grey);
	} catch {
		return 'broken';
	}
}
