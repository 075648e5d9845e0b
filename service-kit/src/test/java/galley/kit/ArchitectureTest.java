package galley.kit;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

import galley.kit.violation.KnowsAnotherModule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

class ArchitectureTest {
    private static final ArchRule KNOWS_NO_OTHER_MODULE =
            noClasses()
                    .that()
                    .resideInAPackage("galley.kit..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "galley.events..",
                            "galley.messaging..",
                            "galley.operations..",
                            "galley.ingest..",
                            "galley.editorial..",
                            "galley.publish..")
                    .because("every service uses the kit, whatever it is about");

    private final JavaClasses kit =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("galley.kit");

    @Test
    void theKitKnowsNoArticle() {
        assertThat(kit).isNotEmpty();
        KNOWS_NO_OTHER_MODULE.check(kit);
    }

    @Test
    void itsPartsFormNoCycle() {
        slices().matching("galley.kit.(*)..").should().beFreeOfCycles().check(kit);
    }

    @Test
    void theRuleFindsAViolation() {
        JavaClasses violation = new ClassFileImporter().importClasses(KnowsAnotherModule.class);
        assertThat(KNOWS_NO_OTHER_MODULE.evaluate(violation).hasViolation()).isTrue();
    }
}
