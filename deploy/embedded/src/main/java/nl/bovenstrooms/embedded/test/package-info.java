/** For tests of services: the servers, and what lies on their topics. */
@NullMarked
package nl.bovenstrooms.embedded.test;

import org.jspecify.annotations.NullMarked;
