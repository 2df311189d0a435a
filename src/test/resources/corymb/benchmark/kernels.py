"""One clustering kernel by scikit-learn over a file of doubles.

Prints the seconds and the processor's seconds it took at least in several runs, then a figure of the result.
"""
import sys
import time

import numpy
from sklearn.cluster import DBSCAN, AgglomerativeClustering, KMeans
from sklearn.manifold import TSNE
from sklearn.metrics import silhouette_score
from sklearn.mixture import GaussianMixture

path, columns, kernel, parameter, runs = sys.argv[1], int(sys.argv[2]), sys.argv[3], float(sys.argv[4]), int(sys.argv[5])
rows = numpy.fromfile(path, dtype=">f8").astype(float).reshape(-1, columns)
labels = KMeans(n_clusters=6, n_init=1, random_state=1).fit(rows[:20000]).labels_


def inertia(groups):
    return sum(((rows[groups == group] - rows[groups == group].mean(axis=0)) ** 2).sum() for group in set(groups))


kernels = {
    "k-means": lambda: KMeans(n_clusters=int(parameter), n_init=1, random_state=1).fit(rows).inertia_,
    "best of 50": lambda: KMeans(n_clusters=int(parameter), n_init=50, random_state=1).fit(rows).inertia_,
    "silhouette": lambda: silhouette_score(rows, labels),
    "mixture": lambda: GaussianMixture(int(parameter), random_state=1).fit(rows).lower_bound_,
    "dbscan": lambda: (DBSCAN(eps=parameter, min_samples=5, n_jobs=-1).fit(rows).labels_ < 0).sum(),
    "t-sne": lambda: TSNE(perplexity=parameter, init="pca", random_state=1, n_jobs=-1).fit(rows).kl_divergence_,
    "ward": lambda: AgglomerativeClustering(int(parameter)).fit(rows).labels_,
}
elapsed, processor = [], []
for _ in range(runs):
    before, worked = time.perf_counter(), time.process_time()
    result = kernels[kernel]()
    elapsed.append(time.perf_counter() - before)
    processor.append(time.process_time() - worked)
print(min(elapsed), min(processor))
print(inertia(result) if kernel == "ward" else result)
