package dev.makerai.printing.mesh;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * How the closed shells of a mesh lie in each other. Two whose facets cross overlap. Any other is placed by some points
 * just below its surface: all of them inside the other shell, all outside, or some of both, which is an overlap too,
 * of shells that have part of their surfaces in common.
 */
final class ShellNesting {
    /** More shells are a heap of parts; nobody asks how they nest. */
    static final int MOST_SHELLS = 3000;

    /** Facets that are looked at in all: half a second's work. */
    private static final long MOST_WORK = 8_000_000;

    private static final int MOST_POINTS = 16;

    /** Without a crossing one point tells nearly all, so large shells get fewer. */
    private static final int FEWEST_POINTS = 2;

    private static final int FACETS_FOR_ALL_POINTS = 500_000;

    /** Facets that are passed over in the time that one takes to be looked at. */
    private static final int PASSED_OVER = 16;

    /** Winding numbers nearer to 0 or 1 than this are outside or inside; on the surface they are neither. */
    private static final double NEAR = 0.01;

    private final IndexedMesh mesh;
    private final double tolerance;
    private final FacetCrossing geometry;
    /** 1 for a mesh that looks outwards, -1 for one that is inside out as a whole. */
    private final int outwards;

    private long work;
    private int cavities;
    private double cavityVolume;
    private int nested;
    private int insideOut;
    private int overlaps;

    private ShellNesting(IndexedMesh mesh, double tolerance, boolean insideOut) {
        this.mesh = mesh;
        this.tolerance = tolerance;
        this.geometry = new FacetCrossing(mesh, tolerance);
        this.outwards = insideOut ? -1 : 1;
    }

    /**
     * @param shells at least two
     * @param tolerance what rounding may push one facet through another, in mm
     * @param insideOut whether the volume of all together is negative
     */
    static ShellNesting of(IndexedMesh mesh, List<Shell> shells, double tolerance, boolean insideOut) {
        ShellNesting nesting = new ShellNesting(mesh, tolerance, insideOut);
        List<Shell> closed = new ArrayList<>();
        for (Shell shell : shells) {
            if (shell.closed() && shell.sixVolume() != 0) {
                closed.add(shell);
            }
        }
        closed.sort(Comparator.comparingDouble(shell -> shell.box().minX()));
        nesting.place(closed);
        return nesting;
    }

    /** Sees pairs of shells. */
    interface PairVisitor {
        /** Two shells, by their places in the list. @return whether to go on */
        boolean pair(int first, int second);
    }

    /** Visits the pairs whose boxes meet, of shells in the order of their boxes along X. */
    static void forEachPair(List<Shell> shells, PairVisitor visitor) {
        for (int i = 0; i < shells.size(); i++) {
            BoundingBox first = shells.get(i).box();
            for (int j = i + 1; j < shells.size(); j++) {
                BoundingBox second = shells.get(j).box();
                if (second.minX() > first.maxX()) {
                    break;
                }
                if (first.intersects(second) && !visitor.pair(i, j)) {
                    return;
                }
            }
        }
    }

    private void place(List<Shell> shells) {
        int[] around = new int[shells.size()];
        ShellCrossings crossings = ShellCrossings.of(mesh, shells, tolerance);
        work += crossings.isComplete() ? 0 : MOST_WORK;
        forEachPair(shells, (i, j) -> {
            if (crossings.cross(i, j)) {
                overlaps++;
            } else if (isComplete()) {
                relate(shells, i, j, around);
            }
            return true;
        });
        for (int i = 0; i < shells.size() && isComplete(); i++) {
            judge(shells.get(i), around[i]);
        }
    }

    private void relate(List<Shell> shells, int i, int j, int[] around) {
        Place firstInSecond = place(shells.get(i), shells.get(j));
        Place secondInFirst = place(shells.get(j), shells.get(i));
        if (!isComplete()) {
            return;
        }
        if (firstInSecond == Place.INSIDE && secondInFirst != Place.INSIDE) {
            around[i] += sign(shells.get(j));
        } else if (secondInFirst == Place.INSIDE && firstInSecond != Place.INSIDE) {
            around[j] += sign(shells.get(i));
        } else if (firstInSecond != Place.OUTSIDE || secondInFirst != Place.OUTSIDE) {
            overlaps++;
        }
    }

    private void judge(Shell shell, int around) {
        if (sign(shell) < 0 && around == 1) {
            cavities++;
            cavityVolume += shell.volume();
        } else if (sign(shell) < 0) {
            insideOut++;
        } else if (around > 0) {
            nested++;
        }
    }

    private int sign(Shell shell) {
        return shell.sixVolume() > 0 ? outwards : -outwards;
    }

    private enum Place {
        INSIDE,
        OUTSIDE,
        BOTH
    }

    private Place place(Shell shell, Shell in) {
        double[] points = pointsIn(shell, in.box());
        int count = points.length / 3;
        boolean outside = count < shell.facets().length;
        int inside = 0;
        int enough = Math.max(FEWEST_POINTS, FACETS_FOR_ALL_POINTS / in.facets().length);
        int looked = Math.min(count, Math.min(MOST_POINTS, enough));
        for (int i = 0; i < looked && isComplete(); i++) {
            int at = 3 * (int) ((long) i * count / looked);
            work += in.facets().length;
            double winding = Math.abs(in.windingNumber(mesh, points[at], points[at + 1], points[at + 2]));
            inside += winding > 1 - NEAR ? 1 : 0;
            outside |= winding < NEAR;
        }
        if (inside == 0) {
            return Place.OUTSIDE;
        }
        return outside ? Place.BOTH : Place.INSIDE;
    }

    /** The points just below the middles of a shell's facets that lie in a box. */
    private double[] pointsIn(Shell shell, BoundingBox box) {
        work += shell.facets().length / PASSED_OVER;
        double[] points = new double[3 * 16];
        int count = 0;
        double[] normal = new double[3];
        double[] point = new double[3];
        double depth = 2 * tolerance * Math.signum(shell.sixVolume());
        for (int facet : shell.facets()) {
            boolean near =
                    box.reaches(mesh.middle(facet, 0), mesh.middle(facet, 1), mesh.middle(facet, 2), 2 * tolerance);
            if (!near || !geometry.normal(facet, normal)) {
                continue;
            }
            for (int axis = 0; axis < 3; axis++) {
                point[axis] = mesh.middle(facet, axis) - depth * normal[axis];
            }
            if (box.contains(point[0], point[1], point[2])) {
                if (3 * count == points.length) {
                    points = Arrays.copyOf(points, 6 * count);
                }
                System.arraycopy(point, 0, points, 3 * count++, 3);
            }
        }
        return Arrays.copyOf(points, 3 * count);
    }

    /** Whether there was not too much to look at; otherwise only the overlaps that were found are right. */
    boolean isComplete() {
        return work < MOST_WORK;
    }

    /** Shells that bound a void inside a body. */
    int cavities() {
        return cavities;
    }

    /** The volume of all voids, in mm3. */
    double cavityVolume() {
        return cavityVolume;
    }

    /** Shells inside a body that look outwards as it does. */
    int nested() {
        return nested;
    }

    /** Shells that look inwards but lie in no body. */
    int insideOut() {
        return insideOut;
    }

    /** Pairs of shells of which each is partly inside the other. */
    int overlaps() {
        return overlaps;
    }
}
