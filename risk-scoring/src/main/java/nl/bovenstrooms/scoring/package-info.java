/** What the service is made of when it starts: its settings, its model, its rule book. */
@NullMarked
package nl.bovenstrooms.scoring;

import org.jspecify.annotations.NullMarked;
