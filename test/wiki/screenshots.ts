/** Makes the picture of the README and a set to look at, from the real wiki: `npm run screenshots [FOLDER]`. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../build/setup/folders.ts';
import { launchChromium } from '../browser/launch.ts';
import { Visit } from './e2e/drive.ts';
import { startStack } from './stack.ts';

const folder = process.argv[2] ?? join(root, 'dist', 'screenshots');
mkdirSync(folder, { recursive: true });

const stack = await startStack();
const chromium = await launchChromium({ extension: join(root, 'dist', 'chromium') });

interface Look {
	readonly name: string;
	readonly title?: string;
	readonly query?: string;
	readonly width?: number;
	readonly height?: number;
	readonly author?: string;
}

const looks: readonly Look[] = [
	{ name: 'readme' },
	{ name: 'phone', query: '&useskin=minerva', width: 390, height: 844 },
	{ name: 'narrow', query: '&useskin=minerva', width: 320, height: 640 },
	{ name: 'night', query: '&vectornightmode=1' },
	{ name: 'arabic', title: 'Talk:حديقة القرية', query: '&uselang=ar' },
	{ name: 'monobook', query: '&useskin=monobook' },
	{ name: 'timeless', query: '&useskin=timeless' },
	{ name: 'vector-legacy', query: '&useskin=vector' },
];

async function take(look: Look): Promise<void> {
	const person = await Visit.open(chromium.browser, stack);
	const { width = 1280, height = 860 } = look;
	await person.page.setViewport({ width, height, isMobile: width < 500, hasTouch: width < 500 });
	await person.goto(look.title ?? 'Talk:Village pond', look.query);
	await person.page.waitForSelector('.wikihaven-report');
	await person.page.screenshot({ path: join(folder, `${look.name}-page.png`) });
	await (await person.page.$$('.wikihaven-report'))[2]?.click();
	const panel = await person.panel();
	await person.choose(panel, 'insults');
	const agree = await panel.$('.wh-box button');
	await agree?.click();
	await person.says(panel, 'Mira');
	await panel.evaluate(() => document.querySelector('.wh-main')?.scrollTo(0, 0));
	await person.page.screenshot({ path: join(folder, `${look.name}.png`) });
	await person.page.close();
}

try {
	for (const look of looks) {
		await take(look);
		process.stderr.write(`${look.name}\n`);
	}
} finally {
	await chromium.stop();
	await stack.stop();
}
