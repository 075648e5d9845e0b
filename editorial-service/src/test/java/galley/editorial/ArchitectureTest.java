package galley.editorial;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

import galley.editorial.violation.KnowsTheWorld;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

/** What must not depend on what; each rule is also shown to see a violation. */
class ArchitectureTest {
    private static final String HERE = "galley.editorial";

    private static final JavaClasses EDITORIAL =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages(HERE);

    private static final JavaClasses VIOLATIONS =
            new ClassFileImporter().importPackages(HERE + ".violation");

    private static ArchRule knowsNothingOf(String packageName, String... others) {
        return noClasses()
                .that()
                .resideInAnyPackage(packageName + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others);
    }

    private static ArchRule featuresFormNoCycle(String root) {
        return slices().matching(root + ".(*)..").should().beFreeOfCycles();
    }

    private static final ArchRule OPERATIONS_NAME_THEIR_ROLES =
            methods()
                    .that()
                    .areMetaAnnotatedWith(HttpMethod.class)
                    .should()
                    .beAnnotatedWith(RolesAllowed.class);

    @Test
    void editorialKnowsNoOtherService() {
        String[] services = {"galley.ingest..", "galley.publish.."};
        knowsNothingOf(HERE, services).check(EDITORIAL);
    }

    @Test
    void theCoreKnowsNeitherRequestsNorTheDatabaseNorTheBroker() {
        String[] outside = {
            "jakarta.persistence..",
            "jakarta.enterprise..",
            "org.hibernate..",
            "io.quarkus..",
            "galley.messaging.."
        };
        knowsNothingOf(HERE + ".workflow", outside).check(EDITORIAL);
        knowsNothingOf(HERE + ".content", outside).check(EDITORIAL);
        assertThat(sees(knowsNothingOf(HERE + ".violation", outside))).isTrue();
    }

    @Test
    void featuresFormNoCycle() {
        featuresFormNoCycle(HERE).check(EDITORIAL);
        assertThat(sees(featuresFormNoCycle(HERE + ".violation"))).isTrue();
    }

    @Test
    void everyOperationNamesItsRoles() {
        OPERATIONS_NAME_THEIR_ROLES.check(EDITORIAL);
        assertThat(sees(OPERATIONS_NAME_THEIR_ROLES)).isTrue();
    }

    @Test
    void theRulesLookAtSomething() {
        assertThat(EDITORIAL).hasSizeGreaterThan(50);
        assertThat(VIOLATIONS.contain(KnowsTheWorld.class)).isTrue();
    }

    private static boolean sees(ArchRule rule) {
        return rule.evaluate(VIOLATIONS).hasViolation();
    }
}
