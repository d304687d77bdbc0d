/** The styles of messages, adopted when the code that shows them loads. */
import { adoptMore } from '../style/sheets.ts';
import letters from './letters.css';

adoptMore([letters]);
