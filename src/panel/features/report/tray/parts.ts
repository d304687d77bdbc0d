/** All of the tray that loads later, as one part. */
export { Listed } from './listed.tsx';
export { emptyTray } from './store.ts';
export { Tray } from './tray.tsx';
