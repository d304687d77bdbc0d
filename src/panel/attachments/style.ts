/** The styles of attachments, adopted when code that shows them loads. */
import { adoptMore } from '../style/sheets.ts';
import attachments from './attachments.css';

adoptMore([attachments]);
