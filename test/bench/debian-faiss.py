"""Measures Debian's python3-faiss beside our index: a flat scan and the multi-hash of python-threatexchange, one thread."""
import json
import sys
import time

import faiss
import numpy

count, radius = int(sys.argv[1]), int(sys.argv[2])
faiss.omp_set_num_threads(1)
source = numpy.random.default_rng(42)
hashes = source.integers(0, 256, (count, 32), dtype=numpy.uint8)
queries = numpy.ascontiguousarray(hashes[:: count // 40][:40])
rows = []
kinds = [("flat", faiss.IndexBinaryFlat(256))]
# Above a million the multi-hash takes half a minute and 2.6 GB.
if count <= 1_000_000:
    kinds.append(("multi-hash 16 x 16", faiss.IndexBinaryMultiHash(256, 16, 16)))
for name, index in kinds:
    if hasattr(index, "nflip"):
        index.nflip = 1
    start = time.perf_counter()
    index.add(hashes)
    rows.append({"what": f"faiss {name}: build", "value": time.perf_counter() - start, "unit": "s"})
    times = []
    for query in queries:
        start = time.perf_counter()
        index.range_search(query[None, :], radius + 1)
        times.append((time.perf_counter() - start) * 1000)
    rows.append({"what": f"faiss {name}: search p50", "value": sorted(times)[len(times) // 2], "unit": "ms"})
inputs = f"{count:,} random hashes, {len(queries)} queries, one thread"
print(json.dumps([{**row, "inputs": inputs} for row in rows]))
