/** The fastest kernel that runs here. */
import { wasmKernel, type Kernel } from './kernel.ts';
import { PlainKernel } from './plain-kernel.ts';

export function bestKernel(): Kernel {
	try {
		return wasmKernel();
	} catch {
		return new PlainKernel();
	}
}
