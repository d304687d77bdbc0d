/** The switch in the small window behind the icon: whether the browser tells a handler that something waits. */
import { createVault } from '../../keeper/vault/vault.ts';
import { browser } from './browser.ts';
import { dutyKey } from './duty-watch.ts';
import { sayInBrowser as say } from './say.ts';

const permissions = ['notifications' as const];

/** Shown to who is signed in somewhere: nobody else can be told. */
export async function showDuty(into: HTMLElement): Promise<void> {
	const vault = createVault();
	const sessions = await vault.all('sessions');
	vault.close();
	if (sessions.length === 0) return;
	const part = document.createElement('section');
	const words = document.createElement('p');
	words.setAttribute('role', 'status');
	const button = document.createElement('button');
	button.type = 'button';
	part.append(words, button);
	into.append(part);

	const stored = (await browser.storage.local.get(dutyKey))[dutyKey];
	let isOn = stored === true && (await browser.permissions.contains({ permissions }));
	const draw = (): void => {
		words.textContent = say(isOn ? 'popup-duty-on' : 'popup-duty-help');
		button.textContent = say(isOn ? 'popup-duty-off' : 'popup-duty');
	};
	draw();
	button.addEventListener('click', async () => {
		// Asked first of all: the browser takes it only as an answer to the press.
		if (!isOn && !(await browser.permissions.request({ permissions }))) {
			words.textContent = say('popup-duty-refused');
			return;
		}
		isOn = !isOn;
		await browser.storage.local.set({ [dutyKey]: isOn });
		draw();
	});
}
