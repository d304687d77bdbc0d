/** Opens Debian's Chromium with the built extension, in a profile that belongs to the demo. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { demo, root } from '../setup/folders.ts';
import { missing, ready, type Outcome } from '../setup/outcome.ts';
import { startService, type Service } from '../setup/service.ts';

const program = '/usr/lib/chromium/chromium';

export function openChromium(address: string): Outcome<Service> {
	if (!existsSync(program)) return missing('Chromium is missing.');
	if (!process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY'])
		return missing('There is no screen here (DISPLAY is not set), so no browser can be opened.');
	const extension = join(root, 'dist', 'chromium');
	const args = [
		`--user-data-dir=${join(demo, 'chromium')}`,
		'--no-first-run',
		'--no-default-browser-check',
		`--disable-extensions-except=${extension}`,
		`--load-extension=${extension}`,
		// Chromium's sandbox refuses to run as root.
		...(process.getuid?.() === 0 ? ['--no-sandbox', '--test-type'] : []),
		address,
	];
	return ready(startService(program, args, { cwd: root, log: join(demo, 'chromium.log') }));
}
