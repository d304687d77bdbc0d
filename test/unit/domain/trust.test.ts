/** Trust in keys: the attacks that were thought through, each as a story of a few looks. */
import { expect, test } from 'vitest';
import { keySubject } from '../../../src/domain/keys/model.ts';
import { newPins, type Pins } from '../../../src/domain/keys/pins.ts';
import { judge, type Candidate, type Vote } from '../../../src/domain/keys/trust.ts';

const hour = 3_600_000;
const start = Date.parse('2026-01-01T00:00:00Z');
const wiki = 'https://wiki.example/w';

const keyOf = (name: string) => ({ id: name.padStart(16, '0'), age: `age of ${name}`, sign: `sign of ${name}` });
const publishes = (person: string, name: string, sinceHours = -1000): Candidate => ({
	person,
	key: keyOf(name),
	since: start + sinceHours * hour,
});

/** A client that looks again and again; each look is given in hours since the start. */
function createClient(young = false) {
	let pins: Pins = newPins(wiki, start);
	return (at: number, published: Candidate[], votes: Vote[] = []) => {
		const last = pins.looked.keys === undefined ? null : Date.parse(pins.looked.keys);
		const seen = judge(pins, published, votes, { now: start + at * hour, last, young });
		({ pins } = seen);
		return {
			trusted: seen.trusted.map(({ person, key, trust }) => `${person} ${key.id.replace(/^0+/, '')} ${trust}`),
			waiting: seen.waiting.map(({ person, until }) => `${person} ${(until - start) / hour}`),
			onWordOf: seen.trusted.flatMap(({ onWordOf }) => onWordOf?.people ?? []),
		};
	};
}

test('first use: old keys are taken, a young one waits for its age or for an old one to sign', () => {
	const look = createClient();
	const mira = publishes('Mira', 'm1');
	const evil = publishes('Evil', 'e1', -10);
	expect(look(0, [mira, evil])).toMatchObject({ trusted: ['Mira m1 aged'], waiting: ['Evil 62'] });
	const vote = { person: 'Mira', by: keyOf('m1').id, subject: keySubject('Evil', keyOf('e1')) };
	expect(look(1, [mira, evil], [vote])).toMatchObject({
		trusted: ['Mira m1 pinned', 'Evil e1 confirmed'],
		onWordOf: ['Mira'],
	});
	// The word taken back before the wait is over: it rests on nobody.
	expect(look(2, [mira, evil])).toMatchObject({ trusted: ['Mira m1 pinned', 'Evil e1 pinned'], onWordOf: [] });
});

test('whoever looked yesterday is not fooled by a key dated back; whoever was away takes it as on first use', () => {
	const watching = createClient();
	watching(0, [publishes('Mira', 'm1')]);
	watching(99, [publishes('Mira', 'm1')]);
	const dated = [publishes('Mira', 'm1'), publishes('Evil', 'e1', -900)];
	expect(watching(100, dated).waiting).toEqual(['Evil 171']);
	expect(watching(170, dated).waiting).toEqual(['Evil 171']);
	expect(watching(171, dated).trusted).toContain('Evil e1 aged');
	const away = createClient();
	away(0, [publishes('Mira', 'm1')]);
	expect(away(2000, [publishes('Mira', 'm1'), publishes('Ivo', 'i1', 100)]).trusted).toContain('Ivo i1 aged');
});

test('flicker: a key that goes away and comes back begins its wait anew', () => {
	const look = createClient();
	const evil = publishes('Evil', 'e1', 1);
	look(0, []);
	look(1, [evil]);
	look(70, [evil]);
	look(71, []);
	expect(look(72, [evil]).waiting).toEqual(['Evil 143']);
});

test('roll-back: a key that was replaced is a newcomer when it comes back, and vouches for nobody', () => {
	const look = createClient();
	look(0, [publishes('Mira', 'm1')]);
	look(1, [publishes('Mira', 'm2', 1)]);
	expect(look(80, [publishes('Mira', 'm2', 1)]).trusted).toEqual(['Mira m2 aged']);
	const vote = { person: 'Mira', by: keyOf('m1').id, subject: keySubject('Evil', keyOf('e1')) };
	const back = look(81, [publishes('Mira', 'm1'), publishes('Evil', 'e1', 81)], [vote]);
	expect(back).toMatchObject({ trusted: [], waiting: ['Mira 152', 'Evil 153'] });
});

test('rotation: the own key before signs for the next one; the next one cannot sign for itself', () => {
	const look = createClient();
	look(0, [publishes('Mira', 'm1')]);
	const subject = keySubject('Mira', keyOf('m2'));
	const next = publishes('Mira', 'm2', 1);
	expect(look(1, [next], [{ person: 'Mira', by: keyOf('m2').id, subject }]).trusted).toEqual([]);
	expect(look(2, [next], [{ person: 'Mira', by: keyOf('m1').id, subject }]).trusted).toEqual(['Mira m2 confirmed']);
});

test('a swapped signing key under the same id is another key', () => {
	const look = createClient();
	look(0, [publishes('Mira', 'm1')]);
	const swapped = { ...publishes('Mira', 'm1', 1), key: { ...keyOf('m1'), sign: 'sign of evil' } };
	expect(look(1, [swapped]).trusted).toEqual([]);
});

test('a copied key counts for its pinned owner alone, and for nobody where nobody had it before', () => {
	const look = createClient();
	look(0, [publishes('Mira', 'm1')]);
	expect(look(1, [publishes('Mira', 'm1'), publishes('Evil', 'm1', -900)]).trusted).toEqual(['Mira m1 pinned']);
	expect(createClient()(0, [publishes('Mira', 'm1'), publishes('Evil', 'm1')]).trusted).toEqual([]);
});

test('staff of one backend may use one key in several roles', () => {
	const look = createClient(true);
	const both = [publishes('staff:safety/Sam', 's1'), publishes('staff:recovery/Recovery', 's1')];
	expect(look(0, both).trusted).toEqual(['staff:safety/Sam s1 first', 'staff:recovery/Recovery s1 first']);
	expect(look(1, both).trusted).toEqual(['staff:safety/Sam s1 pinned', 'staff:recovery/Recovery s1 pinned']);
});

test('a set-up that has just begun is taken once as it is; who comes later waits', () => {
	const look = createClient(true);
	expect(look(0, []).trusted).toEqual([]);
	expect(look(1, [publishes('Mira', 'm1', 0)]).trusted).toEqual(['Mira m1 first']);
	expect(look(2, [publishes('Mira', 'm1', 0), publishes('Evil', 'e1', 1)]).waiting).toEqual(['Evil 73']);
});

test('removal counts at once, and who is removed vouches for nobody', () => {
	const look = createClient();
	look(0, [publishes('Mira', 'm1'), publishes('Ivo', 'i1')]);
	const vote = { person: 'Mira', by: keyOf('m1').id, subject: keySubject('Evil', keyOf('e1')) };
	const seen = look(1, [publishes('Ivo', 'i1'), publishes('Evil', 'e1', 1)], [vote]);
	expect(seen).toMatchObject({ trusted: ['Ivo i1 pinned'], waiting: ['Evil 73'] });
});
