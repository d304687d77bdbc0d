/** The text of an e-mail or a link that came as an attachment. */
import type { Attachment } from '../../contract/attachment.ts';
import { fromBase64 } from '../../contract/bytes.ts';

export const textOf = ({ bytes }: Attachment): string => new TextDecoder().decode(fromBase64(bytes));
