package galley.ingest;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.conditions.ArchConditions.beAnnotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

/** What must not depend on what. */
class ArchitectureTest {
    private static final JavaClasses INGEST =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("galley.ingest");
    private static final JavaClasses VIOLATIONS =
            new ClassFileImporter().importPackages("galley.ingest.violation");

    private static final ArchRule NO_OTHER_SERVICE =
            noClasses()
                    .that()
                    .resideInAPackage("galley.ingest..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("galley.editorial..", "galley.publish..");

    /** Reading is a plain function of the document: it knows neither HTTP nor the database. */
    private static final ArchRule PURE_READING =
            noClasses()
                    .that()
                    .resideInAnyPackage(
                            "galley.ingest.format..",
                            "galley.ingest.feed..",
                            "galley.ingest.json..",
                            "galley.ingest.page..",
                            "galley.ingest.structure..",
                            "galley.ingest.text..",
                            "galley.ingest.wire..",
                            "galley.ingest.wordpress..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "jakarta.ws.rs..",
                            "jakarta.persistence..",
                            "galley.messaging..",
                            "galley.ingest.source..",
                            "galley.ingest.item..");

    private static final ArchRule DOORS_NAME_THEIR_ROLES =
            classes()
                    .that()
                    .areAnnotatedWith(jakarta.ws.rs.Path.class)
                    .should()
                    .haveSimpleNameEndingWith("Resource")
                    .andShould(
                            beAnnotatedWith(jakarta.annotation.security.RolesAllowed.class)
                                    .or(
                                            beAnnotatedWith(
                                                    jakarta.annotation.security.PermitAll.class)));

    private static ArchRule noCyclesIn(String features) {
        return slices().matching(features + ".(*)..").should().beFreeOfCycles();
    }

    @Test
    void ingestKnowsNoOtherService() {
        NO_OTHER_SERVICE.check(INGEST);
    }

    @Test
    void featuresFormNoCycle() {
        noCyclesIn("galley.ingest").check(INGEST);
    }

    @Test
    void readingIsAPlainFunction() {
        PURE_READING.check(INGEST);
    }

    @Test
    void everyDoorNamesItsRoles() {
        DOORS_NAME_THEIR_ROLES.check(INGEST);
    }

    @Test
    void theRulesLookAtSomethingAndFindViolations() {
        assertThat(INGEST).hasSizeGreaterThan(40);
        assertThat(VIOLATIONS).hasSize(2);
        assertThat(NO_OTHER_SERVICE.evaluate(VIOLATIONS).hasViolation()).isTrue();
        assertThat(noCyclesIn("galley.ingest.violation").evaluate(VIOLATIONS).hasViolation())
                .isTrue();
    }
}
