/** A decoded frame as a raster: its dots stay with the decoder, and are read a strip at a time. */
import type { Raster } from '../../engines/pdq/raster.ts';

export interface Frame {
	/** Opaque, closed by whom it was made for. */
	readonly frame: VideoFrame;
	readonly grey: boolean;
}

export function rasterOfFrame({ frame, grey }: Frame): Raster {
	const { codedWidth: width, codedHeight: height } = frame;
	return {
		width,
		height,
		grey,
		red: frame.format === 'BGRX' ? 16 : 0,
		async read({ x, y, ...size }, to, stride) {
			await frame.copyTo(new Uint8Array(to.buffer as ArrayBuffer, to.byteOffset, to.byteLength), {
				rect: { x, y, ...size },
				layout: [{ offset: 0, stride: stride * 4 }],
			});
		},
	};
}

/** Null where the bitmap is not opaque, or this browser cannot read a part of its frame. */
export async function frameOf(bitmap: ImageBitmap, grey: boolean): Promise<Frame | null> {
	let frame: VideoFrame | null = null;
	try {
		frame = new VideoFrame(bitmap, { timestamp: 0 });
		if (frame.format === 'BGRX' || frame.format === 'RGBX') {
			await rasterOfFrame({ frame, grey }).read({ x: 0, y: 0, width: 1, height: 1 }, new Uint32Array(1), 1);
			return { frame, grey };
		}
	} catch {
		// Older browsers have no frames.
	}
	frame?.close();
	return null;
}
