/** In the place of a quote whose revision is for oversighters by now. */
import { Message } from '../../../ui/message.tsx';
import { useKeepWords } from './words.ts';

export function Withheld() {
	const say = useKeepWords();
	return say && <Message>{say('withheld')}</Message>;
}
