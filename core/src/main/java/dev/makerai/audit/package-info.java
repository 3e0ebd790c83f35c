/** What runs did, for later: an append-only audit log, and a report of one run as a page. */
@NullMarked
package dev.makerai.audit;

import org.jspecify.annotations.NullMarked;
