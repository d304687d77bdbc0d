/** The styles that only handlers need, adopted when their views load. */
import cases from './cases.css';
import { adoptMore } from './sheets.ts';

adoptMore([cases]);
