/** What a decoder of the command line returns: the pixels, or why there are none. */
import type { Pixels } from '../../../engines/pdq/pixels.ts';

/** Why a file gives no pixels: no picture known here, broken beyond use, or more pixels than allowed. */
export type Refusal = 'unknown-format' | 'broken' | 'too-many-pixels';

/** `damaged`: the file ends early or has errors, and the pixels are those that a browser would still show. */
export type Decoded = { readonly pixels: Pixels; readonly damaged: boolean } | { readonly refused: Refusal };

export const refuse = (refused: Refusal): Decoded => ({ refused });
