/** Known answers: contraband put into a picture that is already there, real or simulated. */
@NullMarked
package nl.bovenstrooms.simulator.projection;

import org.jspecify.annotations.NullMarked;
