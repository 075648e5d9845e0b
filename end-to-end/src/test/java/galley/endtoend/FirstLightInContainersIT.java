package galley.endtoend;

import org.junit.jupiter.api.condition.EnabledIf;

/** The first light of the platform in containers, one of each. */
@EnabledIf(
        value = "galley.testkit.Servers#areContainers",
        disabledReason = "Tests have no containers here")
class FirstLightInContainersIT extends FirstLight<Composed> {
    FirstLightInContainersIT() {
        super(Composed.single());
    }
}
