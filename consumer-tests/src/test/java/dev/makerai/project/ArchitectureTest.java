package dev.makerai.project;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {
    /** The packages of core from top to bottom; each may use only those below it. */
    private static final List<String> CORE_FROM_TOP_TO_BOTTOM = List.of(
            "dev.makerai.testing",
            "dev.makerai",
            "dev.makerai.audit",
            "dev.makerai.run",
            "dev.makerai.tools",
            "dev.makerai.audio",
            "dev.makerai.batches",
            "dev.makerai.vectorstores",
            "dev.makerai.webhooks",
            "dev.makerai.strict",
            "dev.makerai.schema",
            "dev.makerai.cost",
            "dev.makerai.history",
            "dev.makerai.conversations",
            "dev.makerai.responses",
            "dev.makerai.models",
            "dev.makerai.containers",
            "dev.makerai.files",
            "dev.makerai.internal.sse",
            "dev.makerai.internal.rest",
            "dev.makerai.pages",
            "dev.makerai.internal.http",
            "dev.makerai.http",
            "dev.makerai.internal.json",
            "dev.makerai.json",
            "dev.makerai.internal.scan",
            "dev.makerai.errors",
            "dev.makerai.internal.naming");

    private static JavaClasses classes;

    @BeforeAll
    static void importClasses() {
        classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.makerai");
    }

    @TestFactory
    List<DynamicTest> aPackageOfCoreUsesOnlyThoseBelowIt() {
        return CORE_FROM_TOP_TO_BOTTOM.stream()
                .map(lower -> DynamicTest.dynamicTest(lower, () -> usesNothingAbove(lower)))
                .toList();
    }

    private static void usesNothingAbove(String lower) {
        List<String> above = CORE_FROM_TOP_TO_BOTTOM.subList(0, CORE_FROM_TOP_TO_BOTTOM.indexOf(lower));
        if (above.isEmpty()) {
            return;
        }
        noClasses()
                .that()
                .resideInAPackage(lower)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(above.toArray(String[]::new))
                .because("dependencies run one way")
                .check(classes);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("dev.makerai.(**)").should().beFreeOfCycles().check(classes);
    }

    @Test
    void coreKnowsNothingOfPrinting() {
        noClasses()
                .that()
                .resideInAnyPackage(CORE_FROM_TOP_TO_BOTTOM.toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.makerai.printing..", "dev.makerai.realtime..")
                .check(classes);
    }

    @Test
    void thePrintingToolsUseOnlyTheApiOfCore() {
        noClasses()
                .that()
                .resideInAPackage("dev.makerai.printing..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("okhttp3..", "okio..", "com.squareup.moshi..", "dev.makerai.internal..")
                .check(classes);
    }
}
