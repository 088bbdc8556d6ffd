/** Tests of the benchmark itself: that it runs, counts and tells; never how fast. */
package nl.bovenstrooms.benchmark;
