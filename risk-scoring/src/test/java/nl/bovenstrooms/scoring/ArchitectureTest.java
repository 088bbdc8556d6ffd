package nl.bovenstrooms.scoring;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import ai.djl.ndarray.NDArray;
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
@AnalyzeClasses(packages = "nl.bovenstrooms.scoring", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    /** What makes and measures models and tries rules out: it sees the simulator, and is not packaged with the service's libraries. */
    private static final String[] TRAINING = {
        "nl.bovenstrooms.scoring.training..",
        "nl.bovenstrooms.scoring.labelled..",
        "nl.bovenstrooms.scoring.evaluation..",
        "nl.bovenstrooms.scoring.command..",
        "nl.bovenstrooms.scoring.trial.."
    };

    @ArchTest
    static final ArchRule dependsOnAllowedModulesOnly = noClasses()
            .that()
            .resideOutsideOfPackages(TRAINING)
            .should()
            .dependOnClassesThat(ours(
                    "nl.bovenstrooms.scoring",
                    "nl.bovenstrooms.contracts",
                    "nl.bovenstrooms.imagestore",
                    "nl.bovenstrooms.outbox",
                    "nl.bovenstrooms.problems"));

    @ArchTest
    static final ArchRule trainingSeesTheSimulatorToo = noClasses()
            .that()
            .resideInAnyPackage(TRAINING)
            .should()
            .dependOnClassesThat(
                    ours("nl.bovenstrooms.scoring", "nl.bovenstrooms.contracts", "nl.bovenstrooms.simulator"));

    @ArchTest
    static final ArchRule trainingIsKeptOffTheServingPath = noClasses()
            .that()
            .resideOutsideOfPackages(TRAINING)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(TRAINING);

    @ArchTest
    static final ArchRule noCycles =
            slices().matching("nl.bovenstrooms.scoring.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule rulesKnowNothingOfPicturesOrMessages = noClasses()
            .that()
            .resideInAPackage("nl.bovenstrooms.scoring.rules..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "nl.bovenstrooms.scoring.image..",
                    "nl.bovenstrooms.scoring.scan..",
                    "nl.bovenstrooms.contracts.manifest..",
                    "io.quarkus..",
                    "jakarta..");

    /** See {@code Losses.times}. */
    @ArchTest
    static final ArchRule gradientsAreNotMadeFromMemoryThatWasGivenBack = noClasses()
            .that()
            .resideInAPackage("nl.bovenstrooms.scoring.training..")
            .should()
            .callMethod(NDArray.class, "mul", Number.class)
            .orShould()
            .callMethod(NDArray.class, "div", Number.class);

    @ArchTest
    static final ArchRule onlyTheImagePackageKnowsTheEngine = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "nl.bovenstrooms.scoring.image..",
                    "nl.bovenstrooms.scoring.training..",
                    "nl.bovenstrooms.scoring.evaluation..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("ai.djl..", "ai.onnxruntime..");

    /** Training writes protobuf too, for ONNX. */
    @ArchTest
    static final ArchRule onlyTheRulesKnowCel = noClasses()
            .that()
            .resideOutsideOfPackages(TRAINING)
            .and()
            .resideOutsideOfPackage("nl.bovenstrooms.scoring.rules..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.cel..", "com.google..");

    @ArchTest
    static final ArchRule onlyConsumersTakeMessages = methods()
            .that()
            .areAnnotatedWith("org.eclipse.microprofile.reactive.messaging.Incoming")
            .should()
            .beDeclaredInClassesThat()
            .haveSimpleNameEndingWith("Consumer");

    /** A score has no "now" in it at all; whoever needs one takes a {@link Clock}. */
    @ArchTest
    static final ArchRule noTimeWithoutAClock = noClasses()
            .that()
            .resideOutsideOfPackages(TRAINING)
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
