/** The step of the case that goes with acting on it. */
import { mayMove, type ReportState } from '../../../../domain/report/states.ts';

/** A decision has words to both sides, which are written apart: acting leads into the review at most. */
export const nextStep = (state: ReportState): 'in-review' | null => (mayMove(state, 'in-review') ? 'in-review' : null);
