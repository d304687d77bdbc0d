/** The thread in which a class of hash lists is searched: a long search keeps no request waiting. */
import { IndexTables } from './index-tables.ts';
import { serveThread } from './thread.ts';

serveThread(new IndexTables());
