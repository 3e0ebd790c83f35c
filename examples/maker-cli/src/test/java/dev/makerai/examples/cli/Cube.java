package dev.makerai.examples.cli;

/** A cube as text STL. */
final class Cube {
    private static final int[][] CORNERS = {
        {0, 0, 0}, {1, 0, 0}, {1, 1, 0}, {0, 1, 0}, {0, 0, 1}, {1, 0, 1}, {1, 1, 1}, {0, 1, 1}
    };
    private static final int[][] FACETS = {
        {0, 2, 1}, {0, 3, 2}, {4, 5, 6}, {4, 6, 7}, {0, 1, 5}, {0, 5, 4},
        {1, 2, 6}, {1, 6, 5}, {2, 3, 7}, {2, 7, 6}, {3, 0, 4}, {3, 4, 7}
    };

    private Cube() {}

    static String stl(double size) {
        StringBuilder stl = new StringBuilder("solid cube\n");
        for (int[] facet : FACETS) {
            stl.append("facet normal 0 0 0\nouter loop\n");
            for (int corner : facet) {
                int[] at = CORNERS[corner];
                stl.append("vertex ").append(at[0] * size).append(' ');
                stl.append(at[1] * size).append(' ').append(at[2] * size).append('\n');
            }
            stl.append("endloop\nendfacet\n");
        }
        return stl.append("endsolid cube\n").toString();
    }
}
