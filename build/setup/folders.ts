/** Where the repository keeps what it downloads and what it makes. */
import { join, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '..', '..');
/** Downloads and whatever can be made again; survives `npm start` and `npm test`. */
export const cache = join(root, '.cache');
/** The demo that `npm start` runs: its wiki, its backend's store, its configuration. */
export const demo = join(root, '.demo');
