package dev.makerai.printing.mesh;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * How the closed shells of a mesh lie in each other. A shell is placed by some of its points: all of them inside another
 * shell, all outside, or some of both, which is an overlap. Two bodies that cross without a point of either inside the
 * other go unnoticed.
 */
final class ShellNesting {
    /** More shells are a heap of parts; nobody asks how they nest. */
    static final int MOST_SHELLS = 3000;

    /** Facets that are looked at in all: half a second's work. */
    private static final long MOST_WORK = 8_000_000;

    private static final int MOST_POINTS = 16;

    /** Winding numbers nearer to 0 or 1 than this are outside or inside; on the surface they are neither. */
    private static final double NEAR = 0.01;

    private final IndexedMesh mesh;
    /** 1 for a mesh that looks outwards, -1 for one that is inside out as a whole. */
    private final int outwards;

    private long work;
    private int cavities;
    private double cavityVolume;
    private int nested;
    private int insideOut;
    private int overlaps;

    private ShellNesting(IndexedMesh mesh, boolean insideOut) {
        this.mesh = mesh;
        this.outwards = insideOut ? -1 : 1;
    }

    /**
     * @param shells at least two
     * @param insideOut whether the volume of all together is negative
     */
    static ShellNesting of(IndexedMesh mesh, List<Shell> shells, boolean insideOut) {
        ShellNesting nesting = new ShellNesting(mesh, insideOut);
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

    private void place(List<Shell> shells) {
        int[] around = new int[shells.size()];
        for (int i = 0; i < shells.size() && isComplete(); i++) {
            Shell first = shells.get(i);
            for (int j = i + 1; j < shells.size() && isComplete(); j++) {
                Shell second = shells.get(j);
                if (second.box().minX() > first.box().maxX()) {
                    break;
                }
                if (first.box().intersects(second.box())) {
                    relate(shells, i, j, around);
                }
            }
        }
        for (int i = 0; i < shells.size() && isComplete(); i++) {
            judge(shells.get(i), around[i]);
        }
    }

    private void relate(List<Shell> shells, int i, int j, int[] around) {
        Place firstInSecond = place(shells.get(i), shells.get(j));
        Place secondInFirst = place(shells.get(j), shells.get(i));
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
        int[] points = pointsIn(shell, in.box());
        boolean outside = points.length < 3 * shell.facets().length;
        int inside = 0;
        int looked = Math.min(points.length, MOST_POINTS);
        for (int i = 0; i < looked && isComplete(); i++) {
            int point = points[(int) ((long) i * points.length / looked)];
            work += in.facets().length;
            double winding = Math.abs(in.windingNumber(mesh, point));
            inside += winding > 1 - NEAR ? 1 : 0;
            outside |= winding < NEAR;
        }
        if (inside == 0) {
            return Place.OUTSIDE;
        }
        return outside ? Place.BOTH : Place.INSIDE;
    }

    /** The corners of a shell that lie in a box, one for each facet that uses them. */
    private int[] pointsIn(Shell shell, BoundingBox box) {
        return Arrays.stream(shell.facets())
                .flatMap(facet -> Arrays.stream(mesh.corners(), 3 * facet, 3 * facet + 3))
                .filter(point -> box.contains(mesh.x(point), mesh.y(point), mesh.z(point)))
                .toArray();
    }

    /** Whether there was not too much to look at; nothing else here is right otherwise. */
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

    /** Pairs of shells of which one is partly inside the other. */
    int overlaps() {
        return overlaps;
    }
}
