/** Every route of hash checking, and how much each takes. */
import type { uploadRoutes } from '../../contract/upload-routes.ts';
import type { HandlersOf } from './handler.ts';
import type { Limit } from './limits.ts';
import { uploadListLog } from './upload-log.ts';

type Names = keyof typeof uploadRoutes;

export const uploadHandlers: Pick<HandlersOf, Names> = { uploadListLog };

export const uploadLimits: Readonly<Record<Names, Limit>> = { uploadListLog: { rate: 'read', bytes: 0 } };
