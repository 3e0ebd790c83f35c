package dev.makerai.printing.mesh;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

/** A mesh that a test makes: facets of three corners, nine numbers each. Changes return a new one. */
final class TestMesh {
    private final List<double[]> facets;

    private TestMesh(List<double[]> facets) {
        this.facets = List.copyOf(facets);
    }

    static TestMesh empty() {
        return new TestMesh(List.of());
    }

    /** A cube from its lowest corner, 12 facets that look outwards. */
    static TestMesh cube(double x, double y, double z, double side) {
        return box(x, y, z, side, side, side);
    }

    static TestMesh box(double x, double y, double z, double sizeX, double sizeY, double sizeZ) {
        double[][] p = new double[8][];
        for (int i = 0; i < 8; i++) {
            p[i] = new double[] {x + (i & 1) * sizeX, y + (i >> 1 & 1) * sizeY, z + (i >> 2) * sizeZ};
        }
        int[][] quads = {{0, 2, 3, 1}, {4, 5, 7, 6}, {0, 1, 5, 4}, {2, 6, 7, 3}, {0, 4, 6, 2}, {1, 3, 7, 5}};
        TestMesh mesh = empty();
        for (int[] q : quads) {
            mesh = mesh.plus(p[q[0]], p[q[1]], p[q[2]]).plus(p[q[0]], p[q[2]], p[q[3]]);
        }
        return mesh;
    }

    /** A ball of rings and sectors about the origin. */
    static TestMesh ball(double radius, int rings, int sectors) {
        TestMesh mesh = empty();
        List<double[]> facets = new ArrayList<>();
        for (int i = 0; i < rings; i++) {
            for (int j = 0; j < sectors; j++) {
                double[] a = onBall(radius, i, j, rings, sectors);
                double[] b = onBall(radius, i + 1, j, rings, sectors);
                double[] c = onBall(radius, i + 1, (j + 1) % sectors, rings, sectors);
                double[] d = onBall(radius, i, (j + 1) % sectors, rings, sectors);
                if (i < rings - 1) {
                    facets.add(facet(a, b, c));
                }
                if (i > 0) {
                    facets.add(facet(a, c, d));
                }
            }
        }
        return mesh.plus(new TestMesh(facets));
    }

    private static double[] onBall(double radius, int ring, int sector, int rings, int sectors) {
        if (ring == 0 || ring == rings) {
            return new double[] {0, 0, ring == 0 ? radius : -radius};
        }
        double down = Math.PI * ring / rings;
        double around = 2 * Math.PI * sector / sectors;
        return new double[] {
            radius * Math.sin(down) * Math.cos(around),
            radius * Math.sin(down) * Math.sin(around),
            radius * Math.cos(down)
        };
    }

    /** A band of quads with a half turn: one side, one edge. */
    static TestMesh moebius(double radius, int quads) {
        TestMesh mesh = empty();
        for (int i = 0; i < quads; i++) {
            double[] a = onBand(radius, i, -1, quads);
            double[] b = onBand(radius, i, 1, quads);
            boolean last = i == quads - 1;
            double[] c = last ? onBand(radius, 0, -1, quads) : onBand(radius, i + 1, 1, quads);
            double[] d = last ? onBand(radius, 0, 1, quads) : onBand(radius, i + 1, -1, quads);
            mesh = mesh.plus(a, b, c).plus(a, c, d);
        }
        return mesh;
    }

    private static double[] onBand(double radius, int i, int side, int quads) {
        double u = 2 * Math.PI * i / quads;
        double r = radius + side * radius / 4 * Math.cos(u / 2);
        return new double[] {r * Math.cos(u), r * Math.sin(u), side * radius / 4 * Math.sin(u / 2)};
    }

    private static double[] facet(double[] a, double[] b, double[] c) {
        return new double[] {a[0], a[1], a[2], b[0], b[1], b[2], c[0], c[1], c[2]};
    }

    TestMesh plus(double[] a, double[] b, double[] c) {
        return plus(new TestMesh(List.of(facet(a, b, c))));
    }

    TestMesh plus(TestMesh other) {
        List<double[]> all = new ArrayList<>(facets);
        all.addAll(other.facets);
        return new TestMesh(all);
    }

    static TestMesh all(List<TestMesh> meshes) {
        return new TestMesh(
                meshes.stream().flatMap(mesh -> mesh.facets.stream()).toList());
    }

    TestMesh without(int facet) {
        List<double[]> rest = new ArrayList<>(facets);
        rest.remove(facet);
        return new TestMesh(rest);
    }

    /** The same with one facet turned. */
    TestMesh withTurned(int facet) {
        List<double[]> turned = new ArrayList<>(facets);
        turned.set(facet, turn(facets.get(facet)));
        return new TestMesh(turned);
    }

    TestMesh turned() {
        return new TestMesh(facets.stream().map(TestMesh::turn).toList());
    }

    private static double[] turn(double[] f) {
        return new double[] {f[0], f[1], f[2], f[6], f[7], f[8], f[3], f[4], f[5]};
    }

    TestMesh shuffled(Random random) {
        List<double[]> shuffled = new ArrayList<>(facets);
        Collections.shuffle(shuffled, random);
        return new TestMesh(shuffled);
    }

    /** Moves each corner: a function of three numbers to three. */
    TestMesh moved(UnaryOperator<double[]> move) {
        return new TestMesh(facets.stream()
                .map(f -> facet(
                        move.apply(new double[] {f[0], f[1], f[2]}),
                        move.apply(new double[] {f[3], f[4], f[5]}),
                        move.apply(new double[] {f[6], f[7], f[8]})))
                .toList());
    }

    TestMesh scaled(double factor) {
        return moved(p -> new double[] {p[0] * factor, p[1] * factor, p[2] * factor});
    }

    TestMesh translated(double x, double y, double z) {
        return moved(p -> new double[] {p[0] + x, p[1] + y, p[2] + z});
    }

    /** The same surface with four facets in place of each. */
    TestMesh refined() {
        List<double[]> finer = new ArrayList<>();
        for (double[] f : facets) {
            double[] a = {f[0], f[1], f[2]};
            double[] b = {f[3], f[4], f[5]};
            double[] c = {f[6], f[7], f[8]};
            double[] ab = between(a, b);
            double[] bc = between(b, c);
            double[] ca = between(c, a);
            finer.addAll(List.of(facet(a, ab, ca), facet(ab, b, bc), facet(ca, bc, c), facet(ab, bc, ca)));
        }
        return new TestMesh(finer);
    }

    private static double[] between(double[] a, double[] b) {
        return new double[] {(a[0] + b[0]) / 2, (a[1] + b[1]) / 2, (a[2] + b[2]) / 2};
    }

    int size() {
        return facets.size();
    }

    MeshReport check() {
        return MeshFile.of(binary()).check();
    }

    /** Binary STL with normals of zero. */
    byte[] binary() {
        return binary("made for a test", facets.size());
    }

    byte[] binary(String header, int declared) {
        ByteBuffer bytes = ByteBuffer.allocate(84 + 50 * facets.size()).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(header.getBytes(StandardCharsets.US_ASCII)).position(80).putInt(declared);
        for (double[] facet : facets) {
            bytes.putFloat(0).putFloat(0).putFloat(0);
            for (double value : facet) {
                bytes.putFloat((float) value);
            }
            bytes.putShort((short) 0);
        }
        return bytes.array();
    }

    /** Text STL as most programs write it. */
    String ascii() {
        StringBuilder text = new StringBuilder("solid part\n");
        for (double[] f : facets) {
            text.append("  facet normal 0 0 0\n    outer loop\n");
            for (int i = 0; i < 9; i += 3) {
                text.append("      vertex ")
                        .append((float) f[i])
                        .append(' ')
                        .append((float) f[i + 1])
                        .append(' ')
                        .append((float) f[i + 2])
                        .append('\n');
            }
            text.append("    endloop\n  endfacet\n");
        }
        return text.append("endsolid part\n").toString();
    }
}
