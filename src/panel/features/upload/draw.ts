/** Pictures that only a document can draw: a drawing as it is shown, and the first frames of a video. */

/** The longer side of a drawing as it is hashed, dots: it has no size of its own. */
const side = 512;
/** Seconds into a video: it may begin with black. */
const moments = [0, 1, 2, 4];
/** For one step of loading, ms. */
const patience = 8000;

async function withUrl<T>(file: Blob, type: string, use: (url: string) => Promise<T>): Promise<T> {
	const url = URL.createObjectURL(new Blob([file], { type }));
	try {
		return await use(url);
	} finally {
		URL.revokeObjectURL(url);
	}
}

/** As the picture of an <img>: no script of it runs, and it loads nothing. Null where the browser cannot draw it. */
export async function drawSvg(file: Blob): Promise<ImageBitmap | null> {
	try {
		return await withUrl(file, 'image/svg+xml', async (url) => {
			const image = new Image();
			image.src = url;
			await image.decode();
			const { naturalWidth: wide = 0, naturalHeight: high = 0 } = image;
			const scale = side / Math.max(wide, high, 1);
			const [width, height] = wide && high ? [wide * scale, high * scale] : [side, side];
			const canvas = new OffscreenCanvas(Math.max(1, Math.round(width)), Math.max(1, Math.round(height)));
			canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
			return canvas.transferToImageBitmap();
		});
	} catch {
		return null;
	}
}

const comes = (video: HTMLVideoElement, event: 'loadeddata' | 'seeked'): Promise<void> =>
	new Promise((give, fail) => {
		const signal = AbortSignal.timeout(patience);
		video.addEventListener(event, () => give(), { once: true, signal });
		video.addEventListener('error', () => fail(new Error('no video')), { once: true, signal });
		signal.addEventListener('abort', () => fail(new Error('late')));
	});

/** One after another until `look` is content with one; false where this browser does not play it. Sound alone has none. */
export async function drawFrames(file: Blob, look: (bitmap: ImageBitmap) => Promise<boolean>): Promise<boolean> {
	return withUrl(file, file.type, async (url) => {
		const video = document.createElement('video');
		video.muted = true;
		try {
			const loaded = comes(video, 'loadeddata');
			video.src = url;
			await loaded;
			if (video.videoWidth === 0) return true;
			for (const moment of moments) {
				if (moment > 0 && !(moment < video.duration)) break;
				const seeked = comes(video, 'seeked');
				video.currentTime = moment;
				await seeked;
				if (await look(await createImageBitmap(video))) break;
			}
			return true;
		} catch {
			// A browser need not know every format; its exact hashes are compared all the same.
			return false;
		} finally {
			video.removeAttribute('src');
			video.load();
		}
	});
}
