package galley.localstack;

import java.net.URISyntaxException;
import java.nio.file.Path;

/** Finds what the build of this module has put beside its classes. */
final class BuildOutput {
    private BuildOutput() {}

    /** The module's {@code target} directory: both its classes and its jar lie right in it. */
    static Path directory() {
        try {
            return Path.of(
                            BuildOutput.class
                                    .getProtectionDomain()
                                    .getCodeSource()
                                    .getLocation()
                                    .toURI())
                    .getParent();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
