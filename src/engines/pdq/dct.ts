/** The cosine transform of PDQ in plain TypeScript: 64 by 64 luma to 16 by 16 coefficients, the constant ones left out. */

const scale = Math.fround(Math.sqrt(2 / 64));

/** The transform's matrix, 16 rows of 64, float32 of a product in double. */
export const dctMatrix = Float32Array.from({ length: 1024 }, (_, at) => {
	const [row, k] = [at >> 6, at & 63];
	return scale * Math.cos((Math.PI / 2 / 64) * (row + 1) * (2 * k + 1));
});

/** Matrix * image * transposed matrix: each element a float32 sum over k = 0..63, every product rounded before it is added. */
export function coefficients(image: Float32Array): Float32Array {
	const half = new Float32Array(1024);
	for (let i = 0; i < 16; i++) {
		for (let j = 0; j < 64; j++) half[i * 64 + j] = dot(dctMatrix, i * 64, 1, image, j, 64);
	}
	const out = new Float32Array(256);
	for (let i = 0; i < 16; i++) {
		for (let j = 0; j < 16; j++) out[i * 16 + j] = dot(half, i * 64, 1, dctMatrix, j * 64, 1);
	}
	return out;
}

function dot(a: Float32Array, i: number, stepI: number, b: Float32Array, j: number, stepJ: number): number {
	let sum = 0;
	for (let k = 0; k < 64; k++) {
		sum = Math.fround(sum + Math.fround((a[i + k * stepI] ?? 0) * (b[j + k * stepJ] ?? 0)));
	}
	return sum;
}
