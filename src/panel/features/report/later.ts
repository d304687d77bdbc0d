/** What the form needs only once it stands there, as one part: it is here before Send is pressed, so no lost line takes it away. */
export { Earlier } from './earlier.tsx';
export { Elsewhere } from './elsewhere.tsx';
export { Optional } from './optional/optional.tsx';
export { Preview } from './preview.tsx';
export { ReadingNotes } from '../../evidence/reading-notes.tsx';
export { RecipientList } from '../../ui/recipients.tsx';
export { Sent } from './after/sent.tsx';
