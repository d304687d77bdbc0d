/** Starts a WebAssembly kernel that a module carries as base64 text. */

/** As much of the global as is used: pure rooms know no web types. */
declare const WebAssembly: {
	readonly Module: new (bytes: Uint8Array) => object;
	readonly Instance: new (module: object) => { readonly exports: unknown };
};

/** The kernel's exports. Throws where WebAssembly is missing, forbidden, or lacks what the kernel uses. */
export function startKernel(base64: string): unknown {
	const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
	return new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports;
}
