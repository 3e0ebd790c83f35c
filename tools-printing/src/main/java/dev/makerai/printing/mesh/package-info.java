/** Triangle meshes: reading STL files, measuring them, and estimating what they weigh when printed. */
@NullMarked
package dev.makerai.printing.mesh;

import org.jspecify.annotations.NullMarked;
