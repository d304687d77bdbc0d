/** The styles of following, adopted when its code loads. */
import { adoptMore } from '../../style/sheets.ts';
import follow from './follow.css';

adoptMore([follow]);
