/** The worker that hashes files before they are uploaded: one session, over comlink. */
import { expose } from 'comlink';
import { HashSession } from './hash-session.ts';

expose(new HashSession());
