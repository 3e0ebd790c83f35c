/** Webhooks: what the service tells a program of its own accord, once it is sure that the service it was. */
@NullMarked
package dev.makerai.webhooks;

import org.jspecify.annotations.NullMarked;
