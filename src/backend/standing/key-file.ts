/** Secrets in the key folder, each in a file of its own that this service's user alone can read. */
import { existsSync, linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The text of a file, made first where there is none: processes that start together get the same one. Throws where the
 * folder cannot be used.
 */
export async function keyFile(folder: string, name: string, make: () => string | Promise<string>): Promise<string> {
	const file = join(folder, name);
	if (!existsSync(file)) {
		mkdirSync(folder, { recursive: true, mode: 0o700 });
		const made = join(folder, `.${name}.${process.pid}`);
		writeFileSync(made, await make(), { mode: 0o600 });
		try {
			linkSync(made, file);
		} catch (error) {
			if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
		} finally {
			unlinkSync(made);
		}
	}
	return readFileSync(file, 'utf8');
}

/** The same, null where there is none. */
export function oldKeyFile(folder: string, name: string): string | null {
	const file = join(folder, name);
	return existsSync(file) ? readFileSync(file, 'utf8') : null;
}
