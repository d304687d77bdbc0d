/** Decodes a picture file by what it is, whatever it is called, with the policy of engines/pdq/pixels.ts. */
import { decodeGif, isGif } from './gif.ts';
import { refuse, type Decoded } from './image.ts';
import { decodeJpeg, isJpeg } from './jpeg.ts';
import { decodePng } from './png.ts';
import { isPng } from './png-chunks.ts';
import { decodeWebp, isWebp } from './webp.ts';

/** Never throws for what is in the file, and takes no memory for more pixels than allowed. */
export async function decodeImage(bytes: Uint8Array): Promise<Decoded> {
	if (isPng(bytes)) return decodePng(bytes);
	if (isJpeg(bytes)) return decodeJpeg(bytes);
	if (isGif(bytes)) return decodeGif(bytes);
	if (isWebp(bytes)) return decodeWebp(bytes);
	return refuse('unknown-format');
}
