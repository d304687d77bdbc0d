/** One hearing as the person heard sees it: asked with what its code gives, opened on this device. */
import { useRef } from 'preact/hooks';
import type { Hearing } from '../../../contract/hearing.ts';
import { hearingVerbs } from '../../../contract/hearing-verbs.ts';
import { codeText } from '../../../contract/return-code.ts';
import { done, type Problem } from '../../../contract/problem.ts';
import { useAsk } from '../../ask.ts';
import { usePanel } from '../../panel.ts';
import type { HearingKeys } from '../../sealing/hearing.ts';
import type { Letter } from '../../writing/use-writing.ts';

export interface Heard {
	readonly hearing: Hearing;
	readonly keys: HearingKeys;
	readonly letters: readonly Letter[];
}

/** The last that was seen stays while it is asked for again. age loads here. */
export function useHearing(code: Uint8Array<ArrayBuffer>): {
	readonly heard: Heard | null;
	readonly problem: Problem | null;
	again(): void;
} {
	const { services, facts } = usePanel();
	const last = useRef<Heard | null>(null);
	const asked = useAsk(codeText(code), async () => {
		const { hearingKeys, openLetters } = await import('../../sealing/hearing.ts');
		const keys = await hearingKeys(code);
		const { id, secret } = keys;
		const hearing = await services.keeperFor(hearingVerbs).call('hearing', { wiki: facts.wiki, id, secret });
		if (!hearing.ok) return hearing;
		return done({ hearing: hearing.value, keys, letters: await openLetters(hearing.value, keys.key) });
	});
	if (asked.state === 'done') last.current = asked.value;
	return { heard: last.current, problem: asked.state === 'failed' ? asked.problem : null, again: asked.again };
}
