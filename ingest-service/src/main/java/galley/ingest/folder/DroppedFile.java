package galley.ingest.folder;

import java.nio.file.Path;

/**
 * A file that lies in a folder, whole.
 *
 * @param path where it is
 * @param size in bytes
 */
public record DroppedFile(Path path, long size) {

    /** Its name in the folder. */
    public String name() {
        return path.getFileName().toString();
    }
}
