/** The broker, in a process of its own. */
@NullMarked
package nl.bovenstrooms.embedded.broker;

import org.jspecify.annotations.NullMarked;
