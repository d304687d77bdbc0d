/** The styles of the queue's tools, adopted when their code loads. */
import select from '@wikimedia/codex/dist/modules/CdxSelect-bidi.css';
import { adoptMore } from '../../../style/sheets.ts';
import queue from './queue.css';

adoptMore([select, queue]);
