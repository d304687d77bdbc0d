// The PDQ algorithm written straight down in C++: whole planes of floats, columns walked with the stride of a row. It does
// what the public reference does, in the same order, and stands in for its speed where that cannot be had.
// Usage: pdq-plain WIDTH HEIGHT REPETITIONS; prints the median milliseconds of processor time from luma to coefficients, then one of these.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <vector>

typedef std::vector<float> Floats;

static double spent() {
	timespec t;
	clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
	return t.tv_sec * 1e3 + t.tv_nsec / 1e6;
}

static void box(const float *in, float *out, int n, int step, int window) {
	const int lead = (window + 2) / 2 - 1;
	float sum = 0, count = 0;
	int right = 0, left = 0, to = 0;
	for (int i = 0; i < lead; i++, right += step, count++) sum += in[right];
	for (int i = lead; i < window; i++, right += step, to += step) {
		sum += in[right];
		out[to] = sum / ++count;
	}
	for (int i = window; i < n; i++, right += step, left += step, to += step) {
		sum += in[right];
		sum -= in[left];
		out[to] = sum / count;
	}
	for (int i = 0; i < lead; i++, left += step, to += step) {
		sum -= in[left];
		out[to] = sum / --count;
	}
}

static float hash(Floats &a, Floats &b, int w, int h, const Floats &matrix) {
	for (int pass = 0; pass < 2; pass++) {
		for (int y = 0; y < h; y++) box(&a[(size_t)y * w], &b[(size_t)y * w], w, 1, (w + 127) / 128);
		for (int x = 0; x < w; x++) box(&b[x], &a[x], h, w, (h + 127) / 128);
	}
	Floats image(4096), half(1024), result(256);
	for (int i = 0; i < 64; i++)
		for (int j = 0; j < 64; j++) image[i * 64 + j] = a[(size_t)((i + 0.5) * h / 64) * w + (int)((j + 0.5) * w / 64)];
	for (int i = 0; i < 16; i++)
		for (int j = 0; j < 64; j++)
			for (int k = 0; k < 64; k++) half[i * 64 + j] += matrix[i * 64 + k] * image[k * 64 + j];
	for (int i = 0; i < 16; i++)
		for (int j = 0; j < 16; j++)
			for (int k = 0; k < 64; k++) result[i * 16 + j] += half[i * 64 + k] * matrix[j * 64 + k];
	std::nth_element(result.begin(), result.begin() + 127, result.end());
	return result[127];
}

int main(int, char **argv) {
	const int w = atoi(argv[1]), h = atoi(argv[2]), repetitions = atoi(argv[3]);
	Floats a((size_t)w * h), b(a.size()), matrix(1024);
	for (int i = 0; i < 1024; i++)
		matrix[i] = std::sqrt(2.f / 64) * std::cos(M_PI / 128 * (i / 64 + 1) * (2 * (i % 64) + 1));
	std::vector<double> times;
	float last = 0;
	for (int r = 0; r < repetitions; r++) {
		for (size_t i = 0; i < a.size(); i++) a[i] = (unsigned)(i * 2654435761u) >> 24;
		const double start = spent();
		last = hash(a, b, w, h, matrix);
		times.push_back(spent() - start);
	}
	std::sort(times.begin(), times.end());
	printf("%.4f\n%g\n", times[times.size() / 2], last);
}
