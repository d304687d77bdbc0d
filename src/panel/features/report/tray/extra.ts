/** What the tray adds to a report: further evidence, things from outside, and the people these name. */
import type { Attachment } from '../../../../contract/attachment.ts';
import type { Evidence } from '../../../../contract/evidence.ts';

export interface Extra {
	readonly evidence: readonly Evidence[];
	readonly attachments: readonly Attachment[];
	/** As clicked and as the wiki knows them. */
	readonly named: readonly string[];
}
