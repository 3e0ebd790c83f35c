package dev.makerai.printing.mesh;

/**
 * Finds out which facets would have to be turned so that all are wound alike. Facets on both sides of an edge are
 * related: turned alike if they use it in opposite directions, and unlike otherwise.
 */
final class Winding implements EdgeIndex.Visitor {
    private final int[] parent;
    /** Whether a facet is turned against its parent. */
    private final boolean[] turned;

    private boolean oneSided;

    private Winding(int facets) {
        parent = new int[facets];
        turned = new boolean[facets];
        for (int i = 0; i < facets; i++) {
            parent[i] = i;
        }
    }

    static Winding of(IndexedMesh mesh, EdgeIndex edges) {
        Winding winding = new Winding(mesh.facets());
        edges.forEach(winding);
        return winding;
    }

    @Override
    public void edge(int lower, int upper, long[] uses, int from, int to) {
        if (to - from != 2) {
            return;
        }
        int first = EdgeIndex.facet(uses[from]);
        int second = EdgeIndex.facet(uses[from + 1]);
        boolean unlike = EdgeIndex.forward(uses[from]) == EdgeIndex.forward(uses[from + 1]);
        int firstRoot = find(first);
        int secondRoot = find(second);
        boolean between = turned(first) ^ turned(second);
        if (firstRoot != secondRoot) {
            parent[secondRoot] = firstRoot;
            turned[secondRoot] = between ^ unlike;
        } else if (between != unlike) {
            oneSided = true;
        }
    }

    /** The root of a facet, which then is its direct parent. */
    private int find(int facet) {
        int root = facet;
        boolean path = false;
        while (parent[root] != root) {
            path ^= turned[root];
            root = parent[root];
        }
        int i = facet;
        while (parent[i] != root && i != root) {
            int next = parent[i];
            boolean own = turned[i];
            parent[i] = root;
            turned[i] = path;
            path ^= own;
            i = next;
        }
        return root;
    }

    /** Only right straight after {@link #find}. */
    private boolean turned(int facet) {
        return parent[facet] != facet && turned[facet];
    }

    /** Whether no turning helps: the surface has one side only, like a Moebius strip. */
    boolean oneSided() {
        return oneSided;
    }

    /** The facets to turn: in each group of joined facets the smaller part. */
    boolean[] minority() {
        int facets = parent.length;
        int[] surplus = new int[facets];
        boolean[] turn = new boolean[facets];
        for (int i = 0; i < facets; i++) {
            int root = find(i);
            turn[i] = turned(i);
            surplus[root] += turn[i] ? 1 : -1;
        }
        for (int i = 0; i < facets; i++) {
            turn[i] ^= surplus[find(i)] > 0;
        }
        return turn;
    }

    /** Six times the signed volume about a point if these facets were turned. */
    static double turnedVolume(IndexedMesh mesh, boolean[] turn, double[] about) {
        double sum = 0;
        for (int facet = 0; facet < mesh.facets(); facet++) {
            if (mesh.corners()[3 * facet] >= 0) {
                double volume = mesh.sixVolume(facet, about);
                sum += turn[facet] ? -volume : volume;
            }
        }
        return sum;
    }
}
