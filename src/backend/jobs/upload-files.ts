/** Follows the wikis' uploads, hashes and compares their files, compares hashed files with what lists get. */
import type { Log } from '../log.ts';
import { nextFile } from '../store/upload-files.ts';
import { dropOldHints } from '../store/upload-matches.ts';
import { dropDecided } from '../store/upload-retention.ts';
import { dropOldSubmissions, leftSubmissions } from '../store/upload-submissions.ts';
import { closedClassIds, isClosed } from '../../domain/upload/classes.ts';
import { tellRota } from '../upload/alert.ts';
import { workOnFile, type FileWork } from '../upload/file.ts';
import { followLog, walkExisting, type Following } from '../upload/follow.ts';
import { compareSubmission } from '../upload/submission.ts';
import { sweepList } from '../upload/sweep-list.ts';
import { classOf, type Checking } from '../upload/config.ts';
import { startLoop } from './loop.ts';

const second = 1_000;
const day = 24 * 60 * 60 * second;

export interface UploadWork extends FileWork, Following {
	readonly checking: Checking;
	readonly log: Log;
}

export interface UploadJobs {
	/** Compares what a client has submitted, now. */
	submitted(tag: string): Promise<void>;
	/** New changes of a list were logged. */
	listChanged(): void;
	readonly ended: Promise<unknown>;
}

export function startUploadJobs(work: UploadWork, signal: AbortSignal): UploadJobs {
	const { store, checking, log, now, wikis } = work;
	const loop = (pause: number, run: (ending: AbortSignal) => Promise<boolean | void>) =>
		startLoop(pause, run, log, signal);

	const alerts = loop(second, (ending) => tellRota(store, checking, ending));
	const sweeping = loop(second, async (ending) => {
		for (const list of checking.lists) {
			const { class: id } = list;
			if (isClosed(id) && (await sweepList({ ...list, class: id }, work, ending))) alerts.wake();
		}
	});
	const files = loop(second, async () => {
		const file = await nextFile(store.db, now());
		if (file) {
			await workOnFile(file, work);
			alerts.wake();
			return true;
		}
		return false;
	});
	const following = loop(checking.followSeconds * second, async () => {
		// Of what was there before one page, and none while files wait: uploads are not kept waiting by it.
		const isIdle = (await nextFile(store.db, now())) === undefined;
		for (const wiki of wikis) {
			const followed = await followLog(wiki, work);
			if (followed.ok && isIdle) await walkExisting(wiki, work);
			if (followed.ok) files.wake();
		}
	});
	/** Behind answers whose process died before it compared. */
	const left = loop(5 * second, async () => {
		for (const tag of await leftSubmissions(store.db, now() - 5 * second)) await compareSubmission(tag, work);
	});
	const tidying = loop(3600 * second, async () => {
		await dropOldHints(store, now() - day);
		await dropOldSubmissions(store, now() - 7 * day);
		for (const id of closedClassIds) {
			const kept = classOf(checking, id)?.retentionDays ?? 1;
			await dropDecided(store, id, now() - kept * day, now());
		}
	});
	return {
		async submitted(tag) {
			await compareSubmission(tag, work);
			alerts.wake();
		},
		listChanged: () => sweeping.wake(),
		ended: Promise.all([alerts, sweeping, files, following, left, tidying].map((one) => one.ended)),
	};
}
