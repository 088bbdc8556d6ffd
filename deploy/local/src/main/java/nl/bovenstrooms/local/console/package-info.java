/** The launcher's command line: what {@code ./bovenstrooms} runs. */
@NullMarked
package nl.bovenstrooms.local.console;

import org.jspecify.annotations.NullMarked;
