/** The queue, or one report opened from it. */
import type { Place } from '../../panel.ts';

export function CaseView({ place }: { place: Place }) {
	return <div>{place.feature}</div>;
}
