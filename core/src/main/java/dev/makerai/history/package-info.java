/** What was said in a conversation: turns, where they are kept, and whether a service would take them. */
@NullMarked
package dev.makerai.history;

import org.jspecify.annotations.NullMarked;
