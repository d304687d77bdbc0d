/** Finding what a reader saw in the wikitext it came from, whatever stands between the words. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { passageFinder } from '../../../src/keeper/evidence/words.ts';

const around = (line: string): string => ['== Heading ==', 'Before it.', line, 'After it.', 'The end.'].join('\n');
const found = (quote: string, line: string): string | undefined => passageFinder(quote)(around(line))?.text;

test('links, bold, tags, comments and entities between the words do not hide them', () => {
	const quote = 'You are a fool and everybody here knows it';
	for (const line of [
		"You are a '''fool''' and ''everybody'' here knows it",
		'You are a [[fool (person)|fool]] and [[everybody]] here knows it',
		'You are a <span style="color:red">fool</span> and<!-- hm --> everybody here&nbsp;knows it',
		'You are a [https://example.org/x fool] and everybody here knows it',
		':::* You are a fool and everybody here knows it. ~~~~',
		'YOU ARE A FOOL — and everybody, here, knows it!',
	]) {
		expect(found(quote, line), line).toBe(`Before it.\n${line}\nAfter it.`);
	}
});

test('a signature or a template that reads otherwise in the source does not hide a comment', () => {
	const line =
		'This was the third time that you removed my sources without a word. {{unsigned|X|1=now}} [[User:X|X]] 12:00';
	expect(found('This was the third time that you removed my sources without a word. Unsigned X 13:00', line)).toContain(
		line,
	);
});

test('words that stand elsewhere in the page in another order are not the passage', () => {
	const text = 'You like it here. A fool would know. Everybody are and it knows.';
	expect(found('You are a fool and everybody here knows it', text)).toBeUndefined();
	expect(found('', 'anything')).toBeUndefined();
	expect(found('…', 'anything')).toBeUndefined();
});

test('scripts without spaces, right-to-left text and composed letters', () => {
	expect(found('你是个傻瓜大家都知道', "你是个'''傻瓜'''，[[大家]]都知道。")).toContain('傻瓜');
	expect(found('คุณเป็นคนโง่', 'คุณเป็น[[คนโง่]]')).toContain('คนโง่');
	expect(found('أنت لا تفهم شيئا هنا', ':أنت لا [[فهم|تفهم]] شيئا هنا')).toContain('تفهم');
	expect(found('Toma\u0301s dijo algo feo', 'Tom\u00e1s dijo algo feo')).toContain('dijo');
	expect(found('你是个聪明人', '今天天气很好')).toBeUndefined();
});

test('any passage of plain words is found in the page it was taken from', () => {
	const words = fc.array(fc.stringMatching(/^[a-z]{2,8}$/), { minLength: 1, maxLength: 40 });
	fc.assert(
		fc.property(words, words, words, (before, inside, after) => {
			const page = [before.join(' '), inside.join(' '), after.join(' ')].join('\n');
			expect(passageFinder(inside.join(' '))(page)?.text).toContain(inside[0]);
		}),
	);
});

test('hostile pages end: five megabytes of one word, of brackets, of tags', () => {
	const find = passageFinder('one two three four five six seven');
	const size = 5_000_000;
	for (const page of [
		'one '.repeat(size / 4),
		'[['.repeat(size / 2),
		'<a '.repeat(size / 3),
		'<!--'.repeat(size / 4),
		'{{a|'.repeat(size / 4),
	]) {
		expect(find(page)).toBeUndefined();
	}
	expect(find(`${'[//'.repeat(size / 3)} one two three four five six seven`)).toBeDefined();
});
