/** How much a report weighs in the queue: as the handlers said, else what its kind usually weighs. */
import type { CaseRow } from '../../../../contract/case.ts';
import { severities, type Severity } from '../../../../domain/case/event-kinds.ts';
import type { KindId, RouteId } from '../../../../domain/report/kinds.ts';

const ofKind: Readonly<Record<KindId, Severity>> = {
	insults: 'minor',
	threats: 'severe',
	hounding: 'serious',
	sexual: 'severe',
	doxing: 'severe',
	hate: 'serious',
	trolling: 'minor',
	other: 'minor',
	'encouraging-harm': 'severe',
	'self-harm': 'severe',
	'child-safety': 'severe',
	office: 'serious',
	seniority: 'serious',
	manipulation: 'serious',
	symbols: 'serious',
	removal: 'minor',
	manipulating: 'minor',
};

/** Where the summary cannot be opened, the route is all that is known. */
const ofRoute: Readonly<Record<RouteId, Severity>> = {
	conduct: 'minor',
	threat: 'severe',
	'child-safety': 'severe',
	'private-data': 'severe',
	office: 'serious',
};

interface Weighed {
	readonly row: Pick<CaseRow, 'route' | 'severity'>;
	readonly summary: { readonly kind: KindId } | null;
}

export const severityOf = ({ row, summary }: Weighed): Severity =>
	row.severity ?? (summary ? ofKind[summary.kind] : ofRoute[row.route]);

/** Greater is heavier. */
export const weightOf = (one: Weighed): number => severities.indexOf(severityOf(one));
