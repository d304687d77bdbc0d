/** What tests of the evidence tray share: things to click, files to choose, and looking into the vault. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import type { Intent } from '../../../src/contract/page-panel.ts';
import type { ReportBody } from '../../../src/contract/report.ts';
import type { Target } from '../../../src/contract/target.ts';
import { hears, outbox, press } from './drive.ts';
import { email, photograph } from './outside.ts';
import { comment, type Person } from './people.ts';
import { unseal } from './sealed.ts';
import type { World } from './world.ts';

declare const world: World;

export const { target: first } = comment as { target: Target };
const about = (part: Partial<Target>): Intent => ({
	system: 'report',
	target: {
		type: 'revision',
		wiki: first.wiki,
		page: 'Lakes',
		author: 'Oscar',
		revision: 77,
		quote: 'An edit.',
		...part,
	},
});
export const edit = about({});
export const user = about({
	type: 'user',
	page: 'User:Trent',
	author: 'Trent',
	revision: undefined,
	quote: undefined,
});

export const files = { photo: 'beach.jpg', mail: 'warning.eml', other: 'notes.pdf' };

/** The files in a folder of their own; choosing one in the panel, and taking the folder away. */
export function outsideFiles() {
	const folder = mkdtempSync(join(tmpdir(), 'wikihaven-outside-'));
	const write = (name: string, content: Buffer | string): void => writeFileSync(join(folder, name), content);
	write(files.photo, photograph());
	write(files.mail, email);
	write(files.other, '%PDF-1.7 nothing');
	return {
		write,
		async choose(page: Page, name: string): Promise<void> {
			const input = await page.waitForSelector('.wh-drop input[type=file]');
			await (input as ElementHandle<HTMLInputElement>).uploadFile(join(folder, name));
		},
		remove: (): void => rmSync(folder, { recursive: true }),
	};
}

export const attachments = (page: Page) =>
	page.evaluate(async () => (await world.vault.all('attachments')).map(({ value }) => value.attachment));

/** What waits in the outbox, as this recipient reads it. */
export const sealedFor = async (page: Page, person: Person): Promise<ReportBody> =>
	unseal((await outbox(page))[0]?.report, person);

/** Sends with the backend out of reach, so that the sealed report can be looked at. */
export async function sendInto(page: Page, kind = 'Insults'): Promise<void> {
	await press(page, kind);
	await hears(page, 'Sealed for');
	await press(page, 'Send');
	await hears(page, 'Your report is sealed and safe on this device');
}
