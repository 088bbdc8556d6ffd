package nl.bovenstrooms.contracts;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "nl.bovenstrooms", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule contractsDependOnNothingOfOurs = classes()
            .that()
            .resideInAPackage("nl.bovenstrooms.contracts..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("nl.bovenstrooms.contracts..", "java..", "com.fasterxml.jackson..", "org.jspecify..");

    @ArchTest
    static final ArchRule noCycles =
            slices().matching("nl.bovenstrooms.contracts.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule contractsKnowNoClock = noClasses()
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.time.OffsetDateTime.class, "now");
}
