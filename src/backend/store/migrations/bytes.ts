/** What the two stores call a column of bytes. */
import { sql } from 'kysely';
import type { StoreKind } from '../open.ts';

export const bytesOf = (kind: StoreKind) => (kind === 'sqlite' ? sql`blob` : sql`bytea`);
