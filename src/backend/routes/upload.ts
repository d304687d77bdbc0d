/** Every route of hash checking, and how much each takes. */
import type { uploadRoutes } from '../../contract/upload-routes.ts';
import type { HandlersOf } from './handler.ts';
import type { Limit } from './limits.ts';
import { uploadDecide } from './upload-decide.ts';
import { uploadListLog } from './upload-log.ts';
import { uploadReport } from './upload-report.ts';
import { uploadLook, uploadMatches, uploadPreserved } from './upload-review.ts';
import { uploadDuplicates, uploadSubmit, uploadWikiLists } from './upload-submit.ts';

type Names = keyof typeof uploadRoutes;

export const uploadHandlers: Pick<HandlersOf, Names> = {
	uploadSubmit,
	uploadDuplicates,
	uploadWikiLists,
	uploadListLog,
	uploadMatches,
	uploadLook,
	uploadDecide,
	uploadReport,
	uploadPreserved,
};

const small = 16 * 1024;

export const uploadLimits: Readonly<Record<Names, Limit>> = {
	uploadSubmit: { rate: 'upload', bytes: small },
	uploadDuplicates: { rate: 'upload', bytes: small },
	uploadWikiLists: { rate: 'upload', bytes: small },
	uploadListLog: { rate: 'read', bytes: 0 },
	uploadMatches: { rate: 'read', bytes: 0 },
	uploadLook: { rate: 'read', bytes: small },
	uploadDecide: { rate: 'read', bytes: 96 * 1024 },
	uploadReport: { rate: 'read', bytes: 28_100_000 },
	uploadPreserved: { rate: 'read', bytes: 0 },
};
