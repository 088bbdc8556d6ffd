/** How a refusal is told over HTTP: RFC 9457 problems, each with a type of ours. */
@NullMarked
package nl.bovenstrooms.problems;

import org.jspecify.annotations.NullMarked;
