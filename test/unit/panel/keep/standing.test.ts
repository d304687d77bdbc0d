/** Where a hold and an erasing stand, as the case's log tells it. */
import { expect, test } from 'vitest';
import type { HandlerKind } from '../../../../src/domain/case/event-kinds.ts';
import { keepingOf } from '../../../../src/panel/features/case/hold/standing.ts';
import type { OpenedEvent } from '../../../../src/panel/features/case/log/open.ts';

/** An event of the log, by its kind and who wrote it: nothing else of it is looked at. */
const by = (kind: HandlerKind, key: string): OpenedEvent =>
	({ event: { kind, by: key }, actor: `Name of ${key}`, body: null, verified: true }) as unknown as OpenedEvent;
const of = (key: string) => ({ key, name: `Name of ${key}` });

test('a hold is asked, in force, and asked to end, each by who said so first', () => {
	expect(keepingOf({ hold: null }, [])).toEqual({ hold: 'none', holdBy: null, eraseBy: null });
	expect(keepingOf({ hold: 'asked' }, [by('hold', 'a')])).toMatchObject({ hold: 'asked', holdBy: of('a') });
	const agreed = [by('hold', 'a'), by('hold', 'b')];
	expect(keepingOf({ hold: 'on' }, agreed)).toMatchObject({ hold: 'on', holdBy: null });
	const ending = [...agreed, by('note', 'c'), by('lift-hold', 'b')];
	expect(keepingOf({ hold: 'on' }, ending)).toMatchObject({ hold: 'lifting', holdBy: of('b') });
	expect(keepingOf({ hold: null }, [...ending, by('lift-hold', 'a')])).toMatchObject({ hold: 'none', holdBy: null });
});

test('who asked that it be erased is known until somebody asks for a hold', () => {
	expect(keepingOf({ hold: null }, [by('erase', 'a'), by('note', 'b')]).eraseBy).toEqual(of('a'));
	expect(keepingOf({ hold: 'asked' }, [by('erase', 'a'), by('hold', 'b')]).eraseBy).toBeNull();
	expect(keepingOf({ hold: 'asked' }, [by('hold', 'b'), by('erase', 'a')]).eraseBy).toEqual(of('a'));
	expect(keepingOf({ hold: 'on' }, [by('hold', 'b'), by('erase', 'a'), by('hold', 'c')]).eraseBy).toBeNull();
});
