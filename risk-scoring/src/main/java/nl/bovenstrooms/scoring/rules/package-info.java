/** The rule book: what customs people know about a risky container, as conditions that everybody can read. */
@NullMarked
package nl.bovenstrooms.scoring.rules;

import org.jspecify.annotations.NullMarked;
