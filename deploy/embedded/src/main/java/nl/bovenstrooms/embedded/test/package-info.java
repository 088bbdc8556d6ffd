/** The servers for Quarkus tests. */
@NullMarked
package nl.bovenstrooms.embedded.test;

import org.jspecify.annotations.NullMarked;
