/** The database, in a process of its own. */
@NullMarked
package nl.bovenstrooms.embedded.database;

import org.jspecify.annotations.NullMarked;
