/** Tests of the whole suite: real processes, HTTP and a browser. */
package nl.bovenstrooms.local.suite;
