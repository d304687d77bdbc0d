/** Being told by the browser: only what is new, only while it is wanted, and never what it is. */
import { expect, test } from 'vitest';
import { done, failed, type Outcome } from '../../../src/contract/problem.ts';
import { lookForWork } from '../../../src/host/extension/duty-watch.ts';

const [wiki, other] = ['https://one.example/w', 'https://two.example/w'];
const [first, second] = ['2026-05-01T12:00:00.000Z', '2026-05-01T13:00:00.000Z'];

/** The extension's storage, icon and notices in memory. */
function host() {
	const made = {
		on: true,
		told: {} as Record<string, string>,
		wikis: [wiki] as string[],
		answers: new Map<string, Outcome<{ count: number; newest: string | null }>>(),
		badge: '',
		notices: [] as string[],
	};
	const look = async (): Promise<string[]> => {
		made.notices = [];
		await lookForWork({
			isOn: async () => made.on,
			wikis: async () => made.wikis,
			waiting: async (at) => made.answers.get(at) ?? failed('forbidden'),
			told: async () => made.told,
			keep: async (told) => void (made.told = told),
			badge: async (text) => void (made.badge = text),
			notify: async (at) => void made.notices.push(at),
		});
		return made.notices;
	};
	return { made, look };
}

test('what waits is told once, what comes behind it again, and the icon says how much there is', async () => {
	const { made, look } = host();
	made.answers.set(wiki, done({ count: 2, newest: first }));
	expect(await look()).toEqual([wiki]);
	expect(made.badge).toBe('2');
	expect(await look()).toEqual([]);
	made.answers.set(wiki, done({ count: 3, newest: second }));
	expect(await look()).toEqual([wiki]);
	made.answers.set(wiki, done({ count: 1, newest: first }));
	expect(await look(), 'the newer one is done').toEqual([]);
	made.answers.set(wiki, done({ count: 0, newest: null }));
	expect(await look()).toEqual([]);
	expect(made.badge).toBe('');
	made.answers.set(wiki, done({ count: 1, newest: second }));
	expect(await look(), 'told before').toEqual([]);
});

test('several wikis are one notice; one that cannot be asked, or where the person is no handler, is left alone', async () => {
	const { made, look } = host();
	made.wikis = [wiki, other, 'https://none.example/w'];
	made.answers.set(wiki, done({ count: 1, newest: first }));
	made.answers.set(other, done({ count: 1, newest: first }));
	expect(await look()).toEqual([wiki]);
	expect(made.badge).toBe('2');
	made.answers.set(other, failed('backend-unreachable'));
	expect(await look()).toEqual([]);
	expect(made.badge).toBe('1');
	made.answers.set(other, done({ count: 1, newest: first }));
	expect(await look(), 'told before').toEqual([]);
});

test('nobody is asked and nothing shown while it is off', async () => {
	const { made, look } = host();
	made.on = false;
	made.badge = '2';
	made.answers.set(wiki, done({ count: 2, newest: first }));
	expect(await look()).toEqual([]);
	expect(made).toMatchObject({ badge: '', told: {} });
});
