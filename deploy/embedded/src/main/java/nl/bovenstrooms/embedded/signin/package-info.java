/** Sign-in for local use, in a process of its own. */
@NullMarked
package nl.bovenstrooms.embedded.signin;

import org.jspecify.annotations.NullMarked;
