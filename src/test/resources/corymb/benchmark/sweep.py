"""k-means for 2 to 12 clusters by scikit-learn over a file of doubles.

Prints the seconds and the processor's seconds it took, then a line for each number of clusters: inertia, silhouette.
"""
import sys
import time

import numpy
from sklearn.cluster import KMeans
from sklearn.metrics import silhouette_score

path, columns, starts, sampled = sys.argv[1], *map(int, sys.argv[2:])
rows = numpy.fromfile(path, dtype=">f8").astype(float).reshape(-1, columns)
found = []
before, worked = time.perf_counter(), time.process_time()
for clusters in range(2, 13):
    model = KMeans(n_clusters=clusters, n_init=starts, random_state=1).fit(rows)
    silhouette = silhouette_score(rows, model.labels_, sample_size=sampled, random_state=1)
    found.append((model.inertia_, silhouette))
print(time.perf_counter() - before, time.process_time() - worked)
for inertia, silhouette in found:
    print(inertia, silhouette)
