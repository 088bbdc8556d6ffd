/** What became of the containers that were scored, and what that says of rules and models; no score ever depends on it. */
@NullMarked
package nl.bovenstrooms.scoring.feedback;

import org.jspecify.annotations.NullMarked;
