package dev.makerai.printing.mesh;

import java.util.Arrays;

/**
 * The holes of an open mesh: groups of open edges that hang together. Each is closed, in thought, by a fan of triangles
 * about its middle, which tells how much surface is missing.
 */
final class Holes implements EdgeIndex.Visitor {
    /** With more open edges the mesh is a heap of facets rather than a body with holes. */
    static final long MOST_EDGES = 100_000;

    private int[] ends = new int[64];
    private int edges;

    private int count;
    private double area;

    private Holes() {}

    static Holes of(IndexedMesh mesh, EdgeIndex index) {
        Holes holes = new Holes();
        index.forEach(holes);
        holes.close(mesh);
        return holes;
    }

    @Override
    public void edge(int lower, int upper, long[] uses, int from, int to) {
        if (to - from == 1) {
            if (2 * edges == ends.length) {
                ends = Arrays.copyOf(ends, 4 * edges);
            }
            ends[2 * edges] = lower;
            ends[2 * edges + 1] = upper;
            edges++;
        }
    }

    private void close(IndexedMesh mesh) {
        int[] points = Arrays.stream(ends, 0, 2 * edges).sorted().distinct().toArray();
        DisjointSets groups = new DisjointSets(points.length);
        int[] local = new int[2 * edges];
        for (int i = 0; i < local.length; i++) {
            local[i] = Arrays.binarySearch(points, ends[i]);
        }
        int joins = 0;
        for (int i = 0; i < local.length; i += 2) {
            joins += groups.join(local[i], local[i + 1]) ? 1 : 0;
        }
        count = points.length - joins;
        double[] middle = new double[3 * points.length];
        int[] members = new int[points.length];
        for (int i = 0; i < points.length; i++) {
            int group = groups.find(i);
            members[group]++;
            for (int axis = 0; axis < 3; axis++) {
                middle[3 * group + axis] += mesh.coordinates()[3 * points[i] + axis];
            }
        }
        for (int i = 0; i < local.length; i += 2) {
            int group = groups.find(local[i]);
            area += fan(mesh, ends[i], ends[i + 1], middle, 3 * group, members[group]);
        }
    }

    /** The area of the triangle between an edge and the middle of its hole. */
    private static double fan(IndexedMesh mesh, int a, int b, double[] sums, int at, int members) {
        double ux = mesh.x(b) - (double) mesh.x(a);
        double uy = mesh.y(b) - (double) mesh.y(a);
        double uz = mesh.z(b) - (double) mesh.z(a);
        double vx = sums[at] / members - mesh.x(a);
        double vy = sums[at + 1] / members - mesh.y(a);
        double vz = sums[at + 2] / members - mesh.z(a);
        double nx = uy * vz - uz * vy;
        double ny = uz * vx - ux * vz;
        double nz = ux * vy - uy * vx;
        return Math.sqrt(nx * nx + ny * ny + nz * nz) / 2;
    }

    /** How many there are. */
    int count() {
        return count;
    }

    /** The area that is missing, in mm2. */
    double area() {
        return area;
    }
}
