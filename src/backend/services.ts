/** What every route works with. */
import type { BackendConfig } from './config.ts';
import type { Live } from './live.ts';
import type { Log } from './log.ts';
import type { ReceiptSigner } from './receipts.ts';
import type { StandingKeeper } from './standing/open.ts';
import type { Intake } from './store/intake.ts';
import type { Store } from './store/open.ts';
import type { Upload } from './upload/upload.ts';
import type { WikiTransport } from '../wiki/transport.ts';
import type { WikiDirectory } from './wiki/directory.ts';

export interface Services {
	readonly config: BackendConfig;
	readonly store: Store;
	readonly intake: Intake;
	readonly directory: WikiDirectory;
	/** Whether the last good copy of some wiki's pages is in use because the wiki does not answer. */
	wikiIsStale(): boolean;
	/** This service's own accounts, by wiki, where it has one. */
	readonly bots: ReadonlyMap<string, WikiTransport>;
	readonly receipts: ReceiptSigner;
	readonly standing: StandingKeeper;
	/** Hash checking; null while it is off. */
	readonly upload: Upload | null;
	readonly live: Live;
	readonly log: Log;
	/** Milliseconds since 1970. */
	now(): number;
	readonly version: string;
}
