package galley.endtoend;

import java.nio.file.Path;
import java.util.List;

/** Whether tests may use containers. */
final class Engine {
    private Engine() {}

    static boolean isToBeUsed() {
        try {
            Command.run(Path.of("."), List.of("docker", "info"));
            return true;
        } catch (RuntimeException _) {
            return false;
        }
    }
}
