/** What must not reach the accused or the public out of a report, in several scripts. */
import { expect, test } from 'vitest';
import { findLeaks, type Private } from '../../../src/domain/case/leaks.ts';

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });
const segment = (text: string) => segmenter.segment(text);
const nothing: Private = { texts: [], names: [], pages: [], open: [] };
const of = (text: string, secret: Partial<Private>) => findLeaks(text, { ...nothing, ...secret }, segment);
const report = (text: string): Partial<Private> => ({ texts: [{ from: 'report', text }] });

test('four words in a row of the report are shown with their passage as it stands', () => {
	const secret = report('He wrote to my sister at her work on Monday, and then to me.');
	const text = 'You “wrote to MY sister at her work”, which breaks a rule.';
	expect(of(text, secret)).toEqual([
		expect.objectContaining({ kind: 'words', from: 'report', passage: 'wrote to MY sister at her work' }),
	]);
	expect(of('You wrote to somebody at work.', secret)).toEqual([]);
});

test.each([
	['Arabic', 'أرسل لي رسائل كثيرة في الليل منذ شهر', 'لقد أرسل لي رسائل كثيرة في الليل.'],
	['Hindi', 'उसने मेरी बहन को रात में फोन किया', 'आपने लिखा: मेरी बहन को रात में फोन'],
	['Chinese', '他昨天晚上给我的妹妹打了电话', '有人说你昨天晚上给我的妹妹打了电话。'],
	['German', 'Er hat meiner Schwester nachts geschrieben', 'Es heißt: Er hat meiner Schwester nachts geschrieben'],
])('in %s too', (_, secret, text) => {
	expect(of(text, report(secret))).toEqual([expect.objectContaining({ kind: 'words' })]);
	expect(of(text, { ...report(secret), open: [secret] })).toEqual([]);
});

test('what stands on the wiki for anybody to read is no leak, nor is a template of the team', () => {
	const quote = 'nobody wants you here, go away for good';
	const secret = { ...report(`They said: ${quote}`), open: [quote] };
	expect(of(`You wrote “${quote}”.`, secret)).toEqual([]);
	expect(of(`They said: ${quote}`, secret)).toHaveLength(1);
});

test('a way to reach the reporter is found in any grouping, and addresses in any case', () => {
	const secret = { texts: [{ from: 'contact' as const, text: 'Write to Ann.Lee@Example.org or +44 7700-900 123' }] };
	expect(of('Ask ann.lee@example.org about it', secret)).toEqual([
		expect.objectContaining({ kind: 'contact', passage: 'ann.lee@example.org' }),
	]);
	expect(of('Call 44 (7700) 900-123.', secret)).toEqual([expect.objectContaining({ passage: '44 (7700) 900-123' })]);
	expect(of('Revision 1234567890.', secret)).toEqual([]);
	expect(of('It was @lee.anna', { texts: [{ from: 'report', text: 'I am @Lee.Anna there' }] })).toEqual([
		expect.objectContaining({ passage: '@lee.anna' }),
	]);
});

test('names of the reporter are found in every spelling, not inside other words', () => {
	const names = { names: ['Anna_Lee', 'Jo'] };
	expect(of('anna lee’s talk page', names).map(({ passage }) => passage)).toEqual(['anna lee']);
	expect(of('User:Anna_Lee', names)).toHaveLength(1);
	expect(of('A joke about Savanna leeches', names)).toEqual([]);
	expect(of('Ask Jo.', names)).toEqual([expect.objectContaining({ kind: 'name', passage: 'Jo' })]);
	expect(of('بأحمد وغيره', { names: ['أحمد'] })).toHaveLength(1);
	expect(of('A\u200enna Lee', names)).toHaveLength(1);
});

test('a page that nothing ties to the person is found', () => {
	expect(of('because of Talk:Blue_heron', { pages: ['Talk:Blue heron'] })).toEqual([
		expect.objectContaining({ kind: 'page', passage: 'Talk:Blue_heron' }),
	]);
});

test('a short report counts as a whole', () => {
	expect(of('He threatened me on that day', report('Threatened me'))).toEqual([
		expect.objectContaining({ passage: 'threatened me' }),
	]);
	expect(of('He threatened', report('threatened'))).toEqual([]);
});
