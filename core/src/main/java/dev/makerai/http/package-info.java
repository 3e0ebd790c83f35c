/** What a program may see of the HTTP requests behind the client. */
@NullMarked
package dev.makerai.http;

import org.jspecify.annotations.NullMarked;
