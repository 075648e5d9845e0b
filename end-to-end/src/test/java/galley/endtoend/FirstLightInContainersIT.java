package galley.endtoend;

import org.junit.jupiter.api.condition.EnabledIf;

/** The first light of the platform in containers, one of each. */
@EnabledIf("galley.endtoend.Engine#isToBeUsed")
class FirstLightInContainersIT extends FirstLight<Composed> {
    FirstLightInContainersIT() {
        super(Composed.single());
    }
}
