/** What the services of the REST groups share: requests and answers as records, and lists by pages. */
@NullMarked
package dev.makerai.internal.rest;

import org.jspecify.annotations.NullMarked;
