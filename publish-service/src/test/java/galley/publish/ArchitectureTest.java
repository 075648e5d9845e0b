package galley.publish;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

/** What must not depend on what. */
class ArchitectureTest {
    private static final JavaClasses PUBLISH =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("galley.publish");

    private static final ArchRule NO_OTHER_SERVICE =
            noClasses()
                    .that()
                    .resideInAPackage("galley.publish..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("galley.ingest..", "galley.editorial..");

    private static final ArchRule NO_CYCLES =
            slices().matching("galley.publish.(*)..").should().beFreeOfCycles();

    /** Text, formats and views are plain functions: they know neither HTTP nor the database. */
    private static final ArchRule PURE_CORE =
            noClasses()
                    .that()
                    .resideInAnyPackage(
                            "galley.publish.text..",
                            "galley.publish.html..",
                            "galley.publish.ninjs..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "jakarta.ws.rs..",
                            "jakarta.persistence..",
                            "galley.messaging..",
                            "galley.publish.edition..");

    private static final ArchRule DOORS_ARE_RESOURCES =
            classes()
                    .that()
                    .areAnnotatedWith(jakarta.ws.rs.Path.class)
                    .should()
                    .haveSimpleNameEndingWith("Resource")
                    .andShould()
                    .beAnnotatedWith(jakarta.annotation.security.PermitAll.class)
                    .orShould()
                    .beAnnotatedWith(jakarta.annotation.security.RolesAllowed.class);

    @Test
    void publishKnowsNoOtherService() {
        NO_OTHER_SERVICE.check(PUBLISH);
    }

    @Test
    void featuresFormNoCycle() {
        NO_CYCLES.check(PUBLISH);
    }

    @Test
    void textAndFormatsArePlainFunctions() {
        PURE_CORE.check(PUBLISH);
    }

    @Test
    void everyDoorSaysWhomItIsOpenTo() {
        DOORS_ARE_RESOURCES.check(PUBLISH);
    }

    @Test
    void theRulesLookAtSomething() {
        assertThat(PUBLISH).hasSizeGreaterThan(40);
    }
}
