/** The styles of what is typed into, adopted when the first view that has such a field loads. */
import label from '@wikimedia/codex/dist/modules/CdxLabel-bidi.css';
import field from '@wikimedia/codex/dist/modules/CdxField-bidi.css';
import textArea from '@wikimedia/codex/dist/modules/CdxTextArea-bidi.css';
import textInput from '@wikimedia/codex/dist/modules/CdxTextInput-bidi.css';
import { adoptMore } from './sheets.ts';

adoptMore([field, label, textArea, textInput]);
