/** Lists that the service hands out page by page. */
@NullMarked
package dev.makerai.pages;

import org.jspecify.annotations.NullMarked;
