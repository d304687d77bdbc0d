/** The thread in which stored files are decoded and hashed: a large picture keeps no request waiting. */
import { serveThread } from '../../backend/upload/thread.ts';
import { loadCore } from '../../engines/pdq/wasm-core.ts';
import { hashBytes } from './file-hashes.ts';
import { shortened } from './upload-hasher.ts';

const core = loadCore();

serveThread({ hash: async (bytes: Uint8Array) => shortened(await hashBytes(core, bytes)) });
