/** That nothing happens to a match without a person: shown by who knows the code that does it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

test('no path of the code acts without a person: preserving, reporting and deciding are known to the routes of review alone', () => {
	const root = join(import.meta.dirname, '../../../src');
	const files = readdirSync(root, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
		.map((entry) => join(entry.parentPath, entry.name));
	const knowing = (name: RegExp): string[] =>
		files
			.filter((file) => name.test(readFileSync(file, 'utf8')))
			.map((file) => file.slice(root.length + 1))
			.sort();
	expect(knowing(/import[^;]*\btakeStep\b/)).toEqual(['backend/routes/upload-decide.ts']);
	expect(knowing(/import[^;]*\bmoveReport\b/)).toEqual(['backend/routes/upload-report.ts']);
	expect(knowing(/import[^;]*\b(?:sendTip|finishTip|retractTip)\b/)).toEqual(['backend/routes/upload-report.ts']);
	expect(knowing(/import[^;]*\breportStep\b/)).toEqual(['backend/routes/upload-report.ts']);
	expect(knowing(/insertInto\('upload_preserved'\)/)).toEqual(['backend/store/upload-review.ts']);
	// Taking a file down is a verb of the keeper, and the one view that asks for it does so when its button is pressed.
	expect(knowing(/import[^;]*\bremoveFile\b/)).toEqual(['keeper/review.ts']);
	expect(knowing(/'removeFile'/)).toEqual(['panel/features/review/remove.tsx']);
	const handlers = knowing(/from '\.\/upload-(?:decide|report)\.ts'/);
	expect(handlers).toEqual(['backend/routes/upload.ts']);
});
