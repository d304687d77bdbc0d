/** The style of folded parts, adopted when the first view that has one loads. */
import accordion from '@wikimedia/codex/dist/modules/CdxAccordion-bidi.css';
import { adoptMore } from './sheets.ts';

adoptMore([accordion]);
