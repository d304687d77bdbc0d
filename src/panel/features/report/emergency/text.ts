/** What is said to people whom no seal reaches: the same words by mail, to be copied, or handed to the wiki. */
import type { Incident } from '../../../../contract/incident.ts';
import type { DangerId } from '../../../../contract/report.ts';
import type { Draft } from '../../../../contract/vault.ts';

/** As Extension:ReportIncident counts: code points. */
const longestIncident = 1000;

const harms: Readonly<Record<DangerId, Incident['physicalHarmType']>> = {
	me: 'threats-physical-harm',
	somebody: 'threats-physical-harm',
	many: 'threats-public-harm',
	self: 'threats-self-harm',
};

/** `danger` in words, what was written, and what was clicked: nothing else of this device. */
export function plainText({ target, details, evidence }: Draft, danger: string): string {
	const lines = [danger, details, target.quote, target.author, target.page, target.at, evidence?.permalink];
	return lines.filter((line) => line !== undefined && line !== null && line !== '').join('\n\n');
}

export function incidentOf({ target, details, evidence, danger }: Draft): Incident {
	return {
		...(target.page ? { page: target.page } : {}),
		...(target.author ? { reportedUser: target.author } : {}),
		revisionId: evidence?.addedBy?.revision ?? target.revision ?? target.shownRevision ?? 0,
		incidentType: 'immediate-threat-physical-harm',
		physicalHarmType: harms[danger ?? 'somebody'],
		...(details ? { details: Array.from(details).slice(0, longestIncident).join('') } : {}),
		...(target.commentId ? { threadId: target.commentId } : {}),
	};
}
