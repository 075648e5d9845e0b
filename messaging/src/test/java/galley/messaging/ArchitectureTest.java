package galley.messaging;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

import galley.messaging.violation.KnowsAnotherModule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

class ArchitectureTest {
    private static final ArchRule KNOWS_NO_OTHER_MODULE =
            noClasses()
                    .that()
                    .resideInAPackage("galley.messaging..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "galley.events..",
                            "galley.kit..",
                            "galley.operations..",
                            "galley.ingest..",
                            "galley.editorial..",
                            "galley.publish..")
                    .because("messaging carries events of any kind");

    @Test
    void messagingKnowsNoArticle() {
        JavaClasses messaging =
                new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("galley.messaging");
        assertThat(messaging).isNotEmpty();
        KNOWS_NO_OTHER_MODULE.check(messaging);
    }

    @Test
    void theRuleFindsAViolation() {
        JavaClasses violation = new ClassFileImporter().importClasses(KnowsAnotherModule.class);
        assertThat(KNOWS_NO_OTHER_MODULE.evaluate(violation).hasViolation()).isTrue();
    }
}
