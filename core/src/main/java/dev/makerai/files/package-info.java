/** Files that the service keeps: uploading, listing, downloading. */
@NullMarked
package dev.makerai.files;

import org.jspecify.annotations.NullMarked;
