/** What a decoder of the command line returns: the pixels, or why there are none. */
import type { Pixels } from '../../../engines/pdq/pixels.ts';

/** Why a file gives no pixels: not a format known here, broken or cut off, more pixels than allowed, or a kind not decoded. */
export type Refusal = 'unknown-format' | 'broken' | 'too-many-pixels' | 'not-decoded';

export type Decoded = { readonly pixels: Pixels } | { readonly refused: Refusal };

export const refuse = (refused: Refusal): Decoded => ({ refused });
