package nl.bovenstrooms.ingest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.List;

/** Who may see whom. */
@AnalyzeClasses(packages = "nl.bovenstrooms.ingest", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule dependsOnAllowedModulesOnly = noClasses()
            .should()
            .dependOnClassesThat(ours(
                    "nl.bovenstrooms.ingest",
                    "nl.bovenstrooms.contracts",
                    "nl.bovenstrooms.imagestore",
                    "nl.bovenstrooms.outbox",
                    "nl.bovenstrooms.problems"));

    @ArchTest
    static final ArchRule noCycles =
            slices().matching("nl.bovenstrooms.ingest.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule takingInKnowsNothingOfOutcomes = noClasses()
            .that()
            .resideInAPackage("nl.bovenstrooms.ingest.scan..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("nl.bovenstrooms.ingest.outcome..");

    @ArchTest
    static final ArchRule decodingKnowsNothingOfWhereBytesComeFromOrGo = noClasses()
            .that()
            .resideInAPackage("nl.bovenstrooms.ingest.image..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "nl.bovenstrooms.ingest.scan..",
                    "nl.bovenstrooms.ingest.outcome..",
                    "nl.bovenstrooms.ingest.access..",
                    "nl.bovenstrooms.imagestore..",
                    "nl.bovenstrooms.outbox..",
                    "nl.bovenstrooms.contracts.event..",
                    "io.quarkus..",
                    "jakarta.ws..",
                    "org.jdbi..");

    @ArchTest
    static final ArchRule onlyTheImagePackageKnowsImageLibraries = noClasses()
            .that()
            .resideOutsideOfPackage("nl.bovenstrooms.ingest.image..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javax.imageio..", "java.awt..", "ar.com.hjg..", "com.twelvemonkeys..");

    /** Apart from resources: what tells a refusal, and what reads the multipart message. */
    @ArchTest
    static final ArchRule httpTypesAreInResourcesOnly = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("Resource")
            .and()
            .haveSimpleNameNotEndingWith("Mapper")
            .and()
            .doNotHaveSimpleName("UploadReading")
            .and()
            .resideOutsideOfPackage("nl.bovenstrooms.ingest.access..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "jakarta.ws..",
                    "io.vertx..",
                    "io.quarkus.vertx..",
                    "io.quarkiverse.resteasy..",
                    "nl.bovenstrooms.problems..",
                    "org.jboss.resteasy..",
                    "org.eclipse.microprofile.jwt..");

    @ArchTest
    static final ArchRule onlyTheTwoStoresKnowTheDatabase = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("nl.bovenstrooms.ingest.scan.Scans")
            .and()
            .doNotHaveFullyQualifiedName("nl.bovenstrooms.ingest.outcome.Outcomes")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.jdbi..", "java.sql..", "javax.sql..");

    @ArchTest
    static final ArchRule onlyConsumersTakeMessages = methods()
            .that()
            .areAnnotatedWith("org.eclipse.microprofile.reactive.messaging.Incoming")
            .should()
            .beDeclaredInClassesThat()
            .haveSimpleNameEndingWith("Consumer");

    @ArchTest
    static final ArchRule noTimeWithoutAClock = noClasses()
            .should()
            .callMethodWhere(new DescribedPredicate<JavaCall<?>>("now() without a Clock") {
                @Override
                public boolean test(JavaCall<?> call) {
                    return call.getName().equals("now")
                            && call.getTargetOwner().getPackageName().equals("java.time")
                            && call.getTarget().getRawParameterTypes().stream()
                                    .noneMatch(parameter -> parameter.isEquivalentTo(Clock.class));
                }
            })
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule oneClock = noClasses()
            .that()
            .doNotHaveSimpleName("IngestClock")
            .should()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone");

    private static DescribedPredicate<JavaClass> ours(String... allowed) {
        return new DescribedPredicate<>("other modules of ours than " + List.of(allowed)) {
            @Override
            public boolean test(JavaClass target) {
                var name = target.getPackageName();
                return name.startsWith("nl.bovenstrooms.")
                        && List.of(allowed).stream()
                                .noneMatch(module -> name.equals(module) || name.startsWith(module + "."));
            }
        };
    }
}
