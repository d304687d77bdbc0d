/** The style of checkboxes, adopted when the first view that has one loads. */
import checkbox from '@wikimedia/codex/dist/modules/CdxCheckbox-bidi.css';
import { adoptMore } from './sheets.ts';

adoptMore([checkbox]);
