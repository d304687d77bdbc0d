/** The styles that only handlers need, adopted when their views load. */
import checkbox from '@wikimedia/codex/dist/modules/CdxCheckbox-bidi.css';
import cases from './cases.css';
import { adoptMore } from './sheets.ts';

adoptMore([checkbox, cases]);
