/** Secrets of the installation, made at the first start. */
@NullMarked
package nl.bovenstrooms.queue.keys;

import org.jspecify.annotations.NullMarked;
