/** The mark on <html> by which extension and gadget agree which of them runs: the extension, wherever it is. */

/** `data-wikihaven`, with `extension` or `gadget`. */
export const claimMark = 'wikihaven';
/** Sent on <html> when the extension takes over. */
export const claimEvent = 'wikihaven-claim';
