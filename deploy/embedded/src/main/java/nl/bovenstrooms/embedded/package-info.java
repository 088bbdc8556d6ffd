/**
 * Broker, database and sign-in as child processes, for tests and the local run.
 *
 * <p>A module gets them in all its Quarkus tests by a test dependency, and says which database is its own:
 *
 * <pre>{@code
 * <dependency>
 *   <groupId>nl.bovenstrooms</groupId>
 *   <artifactId>embedded</artifactId>
 *   <scope>test</scope>
 * </dependency>
 * ...
 * <plugin>
 *   <artifactId>maven-failsafe-plugin</artifactId>   (and maven-surefire-plugin, if its tests are Quarkus tests too)
 *   <configuration>
 *     <systemPropertyVariables>
 *       <bovenstrooms.embedded.database>ingest</bovenstrooms.embedded.database>   (or queue, scoring; left out: no database)
 *     </systemPropertyVariables>
 *   </configuration>
 * </plugin>
 * }</pre>
 *
 * <p>A test then looks like any other, and gets its tokens here:
 *
 * <pre>{@code
 * @QuarkusTest
 * class ReceivingScanIT {
 *     @Test
 *     void anExpiredTokenIsRefused() {
 *         given().auth().oauth2(Tokens.ofTests().expired("br-rfb")).when().get("/v1/outcomes").then().statusCode(401);
 *     }
 *
 *     @Test
 *     void aCustomsSystemReadsItsOutcomes() {
 *         given().auth().oauth2(Tokens.ofTests().forClient("br-rfb")).when().get("/v1/outcomes").then().statusCode(200);
 *     }
 * }
 * }</pre>
 *
 * <p>People: {@code Tokens.ofTests().forPerson(DemoUser.ANNA)} is a bearer token; a browser goes through the sign-in page, whose
 * buttons carry {@code data-user="anna"}.
 *
 * <p>Without Quarkus: {@link nl.bovenstrooms.embedded.Embedded#start}.
 */
@NullMarked
package nl.bovenstrooms.embedded;

import org.jspecify.annotations.NullMarked;
