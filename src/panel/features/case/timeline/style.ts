/** The styles of the timeline, adopted when its code loads. */
import { adoptMore } from '../../../style/sheets.ts';
import timeline from './timeline.css';

adoptMore([timeline]);
