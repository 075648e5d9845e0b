package galley.events;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

class DependenciesTest {
    private static final ArchRule NOTHING_BUT_JAVA_AND_ANNOTATIONS =
            classes()
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            "java..", "com.fasterxml.jackson.annotation", "galley.events");

    @Test
    void theContractNeedsNothingButJavaAndAnnotations() {
        NOTHING_BUT_JAVA_AND_ANNOTATIONS.check(
                new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("galley.events"));
    }

    @Test
    void aClassThatUsesMoreIsFound() {
        var violation = new ClassFileImporter().importClasses(Wire.class);
        assertThat(NOTHING_BUT_JAVA_AND_ANNOTATIONS.evaluate(violation).hasViolation()).isTrue();
    }
}
