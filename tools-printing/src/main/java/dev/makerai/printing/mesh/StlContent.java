package dev.makerai.printing.mesh;

import java.util.List;

/**
 * What reading a file told besides its facets.
 *
 * @param format what kind of file it is
 * @param solids named bodies; 1 for a binary file
 * @param facets triangles given to the consumer
 * @param warnings what was odd about the file
 */
record StlContent(MeshFormat format, long solids, long facets, List<MeshWarning> warnings) {}
