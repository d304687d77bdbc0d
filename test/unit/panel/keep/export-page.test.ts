/** An exported page: complete, inert whatever the report says, with what may hurt folded. */
import { expect, test } from 'vitest';
import en from '../../../../src/i18n/en.json' with { type: 'json' };
import caseEn from '../../../../src/i18n/case/en.json' with { type: 'json' };
import keepEn from '../../../../src/i18n/keep/en.json' with { type: 'json' };
import { exportPage, type PageWords } from '../../../../src/panel/features/case/export-page.ts';
import type { KeepKey } from '../../../../src/panel/features/case/folded/words.ts';
import type { CaseKey } from '../../../../src/panel/features/case/words.ts';
import { wordsOf } from '../../../../src/panel/words/words.ts';
import { bodyFor } from '../../../browser/panel/reports.ts';

const textsOf = (file: Record<string, unknown>) => ({ en: file as Record<string, string> });
const all: PageWords = {
	words: wordsOf('en', textsOf(en)),
	say: wordsOf<CaseKey>('en', textsOf(caseEn)).t,
	keep: wordsOf<KeepKey>('en', textsOf(keepEn)).t,
	dir: 'ltr',
};
const id = 'R'.repeat(22);
const at = '2026-11-22T10:00:00.000Z';

test('everything of the report is on the page, and the messages behind it', () => {
	const body = { ...bodyFor(id, 'threats', { wishes: ['advice'], contact: 'by post' }), recipients: [] };
	const message = { v: 1, report: id, id, kind: 'message', from: 'reporter', text: 'Once more.', at } as const;
	const letters = [{ stored: { id, at, from: 'reporter', kind: 'message', sealed: '' } as const, body: message }];
	const page = exportPage(body, letters, at, all);
	for (const part of [
		id,
		'Threats',
		'Mallory',
		'This has been going on',
		'advice',
		'by post',
		'Once more.',
		'recalled',
	]) {
		expect(page).toContain(part);
	}
	expect(page.indexOf('<details>')).toBeLessThan(page.indexOf('This has been going on'));
});

test('no word of a report becomes markup, nothing is fetched and nothing runs', () => {
	const evil = '"><script>alert(1)</script><img src=https://evil.example/x onerror=alert(1)>';
	const attachment = { origin: 'image', type: 'image/png', name: evil, bytes: 'AAAA', sha256: '0'.repeat(64) } as const;
	const link = {
		origin: 'link',
		type: 'text/uri-list',
		name: evil,
		bytes: btoa(evil),
		sha256: '1'.repeat(64),
	} as const;
	const part = { details: evil, contact: evil, named: [evil], attachments: [attachment, link] };
	const page = exportPage({ ...bodyFor(id, 'insults', part), recipients: [] }, [], at, all);
	expect(page).not.toMatch(/<script|<img src|onerror=alert\(1\)>/);
	expect(page).toContain('&#60;script&#62;');
	expect(page).toContain("default-src 'none'");
	expect(page.match(/<[a-z][^>]* (?:src|href)=/g)).toHaveLength(1);
	expect(page).toContain('src="data:image/png;base64,AAAA"');
});
