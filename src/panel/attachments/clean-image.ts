/** A picture drawn anew: only its dots stay, nothing that a camera, a telephone or a program wrote beside them. */

/** Enough to read a whole screen; pixels. */
const longestSide = 3000;
const mostBytes = 2_000_000;

async function draw(bitmap: ImageBitmap, side: number, type: string, quality?: number): Promise<Blob> {
	const scale = Math.min(1, side / Math.max(bitmap.width, bitmap.height));
	const width = Math.max(1, Math.round(bitmap.width * scale));
	const height = Math.max(1, Math.round(bitmap.height * scale));
	const canvas = new OffscreenCanvas(width, height);
	const context = canvas.getContext('2d');
	if (!context) throw new Error('no canvas');
	if (type === 'image/jpeg') {
		// It knows no transparency, which would come out black.
		context.fillStyle = 'white';
		context.fillRect(0, 0, width, height);
	}
	context.imageSmoothingQuality = 'high';
	context.drawImage(bitmap, 0, 0, width, height);
	return canvas.convertToBlob(quality === undefined ? { type } : { type, quality });
}

/**
 * PNG, or JPEG where the file was one or PNG would be large; turned as its file said. undefined where the browser cannot
 * show it.
 */
export async function cleanImage(file: Blob): Promise<Blob | undefined> {
	try {
		const bitmap = await createImageBitmap(file);
		if (file.type !== 'image/jpeg') {
			const exact = await draw(bitmap, longestSide, 'image/png');
			if (exact.size <= mostBytes) return exact;
		}
		let side = longestSide;
		let picture = await draw(bitmap, side, 'image/jpeg', 0.9);
		while (picture.size > mostBytes && side > 500) {
			side = Math.round(side * 0.75);
			picture = await draw(bitmap, side, 'image/jpeg', 0.8);
		}
		bitmap.close();
		return picture;
	} catch {
		return undefined;
	}
}
