/** A lock that one living process holds: a file that names the process, taken over when that process is gone. */
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** A process id alone may be another program's after a restart, so the time it started belongs to the name. */
function nameOf(pid) {
	try {
		const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
		return `${pid} ${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]}`;
	} catch {
		return '';
	}
}

function readOr(file, otherwise) {
	try {
		return readFileSync(file, 'utf8');
	} catch {
		return otherwise;
	}
}

/** Two may find the same dead holder: only who takes away exactly that file has freed the lock. */
function clearAway(file, dead) {
	const aside = `${file}.stale.${process.pid}`;
	try {
		renameSync(file, aside);
		if (readFileSync(aside, 'utf8') !== dead) linkSync(aside, file);
	} catch {
		// Somebody else was faster: the next round sees what is there now.
	}
	rmSync(aside, { force: true });
}

export function tryLock(file) {
	mkdirSync(dirname(file), { recursive: true });
	const mine = `${file}.${process.pid}`;
	writeFileSync(mine, nameOf(process.pid));
	try {
		for (;;) {
			try {
				// A link appears at once and with its content, so nobody ever reads a half-written lock.
				linkSync(mine, file);
				const release = () => rmSync(file, { force: true });
				process.once('exit', release);
				return { holder: 0, release };
			} catch (error) {
				if (error.code !== 'EEXIST') throw error;
			}
			const holder = readOr(file, undefined);
			if (holder === undefined) continue;
			const pid = Number(holder.split(' ')[0]);
			if (holder && nameOf(pid) === holder) return { holder: pid };
			clearAway(file, holder);
		}
	} finally {
		rmSync(mine, { force: true });
	}
}

export async function lock(file, onWait) {
	for (let told = false; ; told = true) {
		const taken = tryLock(file);
		if ('release' in taken) return taken.release;
		if (!told) onWait?.(taken.holder);
		await new Promise((resolve) => setTimeout(resolve, 200));
	}
}
