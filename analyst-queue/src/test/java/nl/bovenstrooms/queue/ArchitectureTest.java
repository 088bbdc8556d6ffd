package nl.bovenstrooms.queue;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
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
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;

/** Who may see whom. */
@AnalyzeClasses(packages = "nl.bovenstrooms.queue", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule dependsOnAllowedModulesOnly = noClasses()
            .should()
            .dependOnClassesThat(ours(
                    "nl.bovenstrooms.queue",
                    "nl.bovenstrooms.contracts",
                    "nl.bovenstrooms.imagestore",
                    "nl.bovenstrooms.outbox",
                    "nl.bovenstrooms.problems"));

    @ArchTest
    static final ArchRule noCycles =
            slices().matching("nl.bovenstrooms.queue.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule rulesOfACaseArePure = classes()
            .that()
            .resideInAPackage("nl.bovenstrooms.queue.casefile..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "nl.bovenstrooms.queue.casefile..", "nl.bovenstrooms.contracts..", "java..", "org.jspecify..");

    /** A reader must not be able to tell why a case came, so what readers see must not know it. */
    @ArchTest
    static final ArchRule readersKnowNothingOfTriage = noClasses()
            .that()
            .resideOutsideOfPackage("nl.bovenstrooms.queue.triage..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("nl.bovenstrooms.queue.triage..");

    @ArchTest
    static final ArchRule httpTypesAreInResourcesOnly = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("Resource")
            .and()
            .haveSimpleNameNotEndingWith("Mapper")
            .and()
            .resideOutsideOfPackage("nl.bovenstrooms.queue.access..")
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
    static final ArchRule everyAddressSaysWhoMayUseIt = classes()
            .that()
            .haveSimpleNameEndingWith("Resource")
            .and()
            .resideOutsideOfPackage("nl.bovenstrooms.queue.access..")
            .should()
            .beAnnotatedWith(RolesAllowed.class);

    @ArchTest
    static final ArchRule onlyConsumersTakeMessages = methods()
            .that()
            .areAnnotatedWith("org.eclipse.microprofile.reactive.messaging.Incoming")
            .should()
            .beDeclaredInClassesThat()
            .haveSimpleNameEndingWith("Consumer");

    @ArchTest
    static final ArchRule reactiveTypesWhereSomethingStreams = noClasses()
            .that()
            .resideOutsideOfPackage("nl.bovenstrooms.queue.counts..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.smallrye.mutiny..");

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
            .doNotHaveSimpleName("QueueClock")
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
