/** E-mails, links and names from outside the wiki: what of them is kept, and what of hostile ones. */
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { AttachmentSchema } from '../../../../src/contract/attachment.ts';
import { sha256, fromBase64, toHex } from '../../../../src/contract/bytes.ts';
import { namesReceiver, withoutReceiver } from '../../../../src/panel/attachments/email-text.ts';
import { fileAttachment } from '../../../../src/panel/attachments/from-file.ts';
import { htmlWords } from '../../../../src/panel/attachments/html-words.ts';
import { linkAttachment } from '../../../../src/panel/attachments/make.ts';
import { plainLine } from '../../../../src/panel/attachments/plain-line.ts';
import { readEmail } from '../../../../src/panel/attachments/read-email.ts';

const mail = (...lines: string[]): Blob => new Blob([lines.join('\r\n')]);
const from = 'From: Mallory <mallory@example.net>';

test('an e-mail of HTML only gives its words, no markup and no address of a picture in it', async () => {
	const read = await readEmail(
		mail(
			from,
			'Subject: Hi',
			'Content-Type: text/html; charset=utf-8',
			'',
			'<style>p{color:red}</style><p>Leave &amp; never come back</p><img src="https://t.example/x.png"><script>alert(1)</script>',
		),
	);
	expect(read?.text).toBe('From: Mallory <mallory@example.net>\nSubject: Hi\n\nLeave & never come back\n');
});

test('hostile HTML takes time in proportion to its length', () => {
	for (const piece of ['<', '<!--', '<style>', '<p ', '&#', '<a href="', '< ', '\t\n']) {
		const words = htmlWords(piece.repeat(Math.ceil(1_000_000 / piece.length)));
		expect(words.length).toBeLessThanOrEqual(1_000_000);
	}
	expect(htmlWords('1 &lt; 2 &#x41;&#66;&nope;&#x110000;')).toBe('1 < 2 AB&nope;&#x110000;');
});

test('a subject that brings line breaks, direction marks or a header of its own stays on one line', async () => {
	const subject = Buffer.from('One\r\nTo: you@example.org\u202e\n\nbody').toString('base64');
	const read = await readEmail(mail(from, `Subject: =?utf-8?B?${subject}?=`, '', 'Words.'));
	const [headers = '', ...rest] = (read?.text ?? '').split('\n\n');
	expect(headers.split('\n').map((line) => line.split(':')[0])).toEqual(['From', 'Subject']);
	expect(headers).not.toMatch(/[\u202a-\u202e]/);
	expect(rest.join()).toBe('Words.\n');
});

test.each([
	['nothing', ''],
	['a text', 'Dear diary, nothing happened.'],
	['a page', '<html><body>From: x</body></html>'],
	['zeroes', '\0'.repeat(5000)],
	['only a sender', `${from}\r\n\r\nx`],
])('%s is no e-mail', async (_, text) => {
	expect(await readEmail(new Blob([text]))).toBeUndefined();
});

test('an e-mail nested a thousand times, or of megabytes, ends in a result', async () => {
	const parts = Array.from(
		{ length: 1000 },
		(_, at) => `--b${at}\r\nContent-Type: multipart/mixed; boundary=b${at + 1}\r\n\r\n`,
	);
	const nested = mail(from, 'Subject: deep', 'Content-Type: multipart/mixed; boundary=b0', '', parts.join(''));
	expect((await readEmail(nested))?.text.length ?? 0).toBeLessThan(300_000);
	const large = await readEmail(mail(from, 'Subject: large', '', 'word '.repeat(500_000)));
	expect(large?.text.length).toBeLessThan(201_000);
});

test('the receiver can be left out; a line of the body that looks like one stays', () => {
	const text = 'From: a\nTo: me@example.org\nSubject: s\n\nTo: everybody\n';
	expect(namesReceiver(text)).toBe(true);
	expect(withoutReceiver(text)).toBe('From: a\nSubject: s\n\nTo: everybody\n');
	expect(namesReceiver(withoutReceiver(text))).toBe(false);
	expect(withoutReceiver('From: a\nTo: me\n\nx')).toBe('From: a\n\nx');
});

test('a link is http or https, without a password, and no longer than 2,000 characters', async () => {
	for (const wrong of [
		'',
		'example.org',
		'javascript:alert(1)',
		'data:text/html,x',
		'file:///etc/passwd',
		'https://me:secret@example.org/',
		`https://example.org/${'a'.repeat(2000)}`,
	]) {
		expect(await linkAttachment(wrong), wrong).toBeUndefined();
	}
	const made = v.parse(AttachmentSchema, await linkAttachment(' https://forum.example.org/a?b=ü '));
	expect(new TextDecoder().decode(fromBase64(made.bytes))).toBe('https://forum.example.org/a?b=%C3%BC');
	expect(made).toMatchObject({ origin: 'link', name: 'forum.example.org' });
	expect(made.sha256).toBe(toHex(await sha256(fromBase64(made.bytes))));
});

test('a file name is one line of plain letters', async () => {
	expect(plainLine('evil\u202egnp.exe\n\u0000')).toBe('evil gnp.exe');
	expect(plainLine('x'.repeat(999))).toHaveLength(200);
	const made = await fileAttachment(
		new File([await mail(from, 'Subject: \u200b', 'Date: x', '', 'w').text()], 'a.eml'),
	);
	expect(v.is(AttachmentSchema, made)).toBe(true);
});

test('an attachment whose content is not of its origin does not pass the contract', () => {
	const common = { name: 'x', bytes: 'AAAA', sha256: '0'.repeat(64) };
	expect(v.is(AttachmentSchema, { ...common, origin: 'image', type: 'image/png' })).toBe(true);
	for (const [origin, type] of [
		['image', 'image/svg+xml'],
		['image', 'text/html'],
		['email', 'text/html'],
		['link', 'text/plain'],
		['file', 'image/png'],
	])
		expect(v.is(AttachmentSchema, { ...common, origin, type })).toBe(false);
});
