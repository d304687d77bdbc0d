/** What a piece of evidence needs to give its words to oversighters, and to read them as one: handed down by its report. */
import { createContext } from 'preact';
import type { ReportBody } from '../../../../contract/report.ts';
import type { HandlerKeys } from '../../../../contract/vault.ts';
import type { CaseLog } from '../log/use-case-log.ts';

export interface Sealing {
	readonly body: ReportBody;
	readonly keys: HandlerKeys;
	/** null until it was read. */
	readonly log: CaseLog | null;
	/** What the report says from now on. */
	onLess(body: ReportBody): void;
}

export const SealingContext = createContext<Sealing | null>(null);
