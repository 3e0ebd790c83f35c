/** The models that the service offers. */
@NullMarked
package dev.makerai.models;

import org.jspecify.annotations.NullMarked;
