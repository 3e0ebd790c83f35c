package dev.makerai.printing.mesh;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Takes a mesh apart into its shells. */
final class Shells {
    private Shells() {}

    /** The shells of a mesh, in the order of their first facets. */
    static List<Shell> of(IndexedMesh mesh, EdgeIndex edges, DisjointSets groups, double[] about) {
        BitSet faulty = new BitSet();
        edges.forEach((lower, upper, uses, from, to) -> {
            boolean sound = to - from == 2 && EdgeIndex.forward(uses[from]) != EdgeIndex.forward(uses[from + 1]);
            if (!sound) {
                for (int i = from; i < to; i++) {
                    faulty.set(groups.find(EdgeIndex.facet(uses[i])));
                }
            }
        });
        int[] sizes = new int[mesh.facets()];
        for (int facet = 0; facet < mesh.facets(); facet++) {
            sizes[groups.find(facet)] += isWhole(mesh, facet) ? 1 : 0;
        }
        int[] places = new int[mesh.facets()];
        List<int[]> members = new ArrayList<>();
        List<Integer> roots = new ArrayList<>();
        for (int facet = 0; facet < mesh.facets(); facet++) {
            if (!isWhole(mesh, facet)) {
                continue;
            }
            int root = groups.find(facet);
            if (root == facet) {
                places[root] = members.size();
                members.add(new int[sizes[root]]);
                roots.add(root);
                sizes[root] = 0;
            }
            members.get(places[root])[sizes[root]++] = facet;
        }
        List<Shell> shells = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            shells.add(shell(mesh, members.get(i), !faulty.get(roots.get(i)), about));
        }
        return shells;
    }

    private static boolean isWhole(IndexedMesh mesh, int facet) {
        int[] corners = mesh.corners();
        return EdgeIndex.isWhole(corners[3 * facet], corners[3 * facet + 1], corners[3 * facet + 2]);
    }

    private static Shell shell(IndexedMesh mesh, int[] facets, boolean closed, double[] about) {
        float[] min = {Float.POSITIVE_INFINITY, Float.POSITIVE_INFINITY, Float.POSITIVE_INFINITY};
        float[] max = {Float.NEGATIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.NEGATIVE_INFINITY};
        double sixVolume = 0;
        for (int facet : facets) {
            sixVolume += mesh.sixVolume(facet, about);
            for (int corner = 3 * facet; corner < 3 * facet + 3; corner++) {
                for (int axis = 0; axis < 3; axis++) {
                    float value = mesh.coordinates()[3 * mesh.corners()[corner] + axis];
                    min[axis] = Math.min(min[axis], value);
                    max[axis] = Math.max(max[axis], value);
                }
            }
        }
        return new Shell(facets, new BoundingBox(min[0], min[1], min[2], max[0], max[1], max[2]), sixVolume, closed);
    }
}
