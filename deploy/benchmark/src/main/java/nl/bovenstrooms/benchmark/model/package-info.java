/** What runs in a JVM of its own, on the class path of risk-scoring: the image model without the suite around it. */
@NullMarked
package nl.bovenstrooms.benchmark.model;

import org.jspecify.annotations.NullMarked;
