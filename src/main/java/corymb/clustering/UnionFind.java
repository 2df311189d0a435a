package corymb.clustering;

import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * Sets of things that grow together, from any number of threads at once; each set is known by its least member.
 *
 * <p>Reference: R. J. Anderson, H. Woll, Wait-free parallel algorithms for the union-find problem, STOC (1991),
 * doi:10.1145/103418.103458. Cost: nearly O(1) a call.
 */
final class UnionFind {
    private final AtomicIntegerArray parents;

    /** So many things, each a set of its own. */
    UnionFind(int count) {
        parents = new AtomicIntegerArray(count);
        for (int thing = 0; thing < count; thing++) {
            parents.setPlain(thing, thing);
        }
    }

    /** The least member of the set. */
    int find(int thing) {
        int at = thing;
        int parent = parents.get(at);
        while (parent != at) {
            int above = parents.get(parent);
            parents.compareAndSet(at, parent, above);
            at = parent;
            parent = above;
        }
        return at;
    }

    /** Makes one set of two; whether they were two. */
    boolean unite(int one, int other) {
        while (true) {
            int a = find(one);
            int b = find(other);
            if (a == b) {
                return false;
            }
            if (parents.compareAndSet(Math.max(a, b), Math.max(a, b), Math.min(a, b))) {
                return true;
            }
        }
    }
}
