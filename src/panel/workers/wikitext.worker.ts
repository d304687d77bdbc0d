/** The worker that reads wikitext: one session, over comlink. */
import { expose } from 'comlink';
import { WikitextSession } from './wikitext-session.ts';

expose(new WikitextSession());
