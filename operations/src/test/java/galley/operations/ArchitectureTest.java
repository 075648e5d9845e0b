package galley.operations;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

import galley.operations.violation.KnowsArticles;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

class ArchitectureTest {
    private static final ArchRule KNOWS_NO_ARTICLE =
            noClasses()
                    .that()
                    .resideInAPackage("galley.operations..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "galley.events..",
                            "galley.ingest..",
                            "galley.editorial..",
                            "galley.publish..")
                    .because("what operators call is the same in every service");

    private final JavaClasses operations =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("galley.operations");

    @Test
    void operationsKnowNoArticle() {
        assertThat(operations).isNotEmpty();
        KNOWS_NO_ARTICLE.check(operations);
    }

    @Test
    void theirPartsFormNoCycle() {
        slices().matching("galley.operations.(*)..").should().beFreeOfCycles().check(operations);
    }

    @Test
    void theRuleFindsAViolation() {
        JavaClasses violation = new ClassFileImporter().importClasses(KnowsArticles.class);
        assertThat(KNOWS_NO_ARTICLE.evaluate(violation).hasViolation()).isTrue();
    }
}
