package galley.ingest.folder;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * Folders into which others drop files. What was taken in is moved to {@code done}, what can't be
 * read to {@code failed}, beside a file that says why.
 */
@ApplicationScoped
public class Folders {
    /** What is left lies there for the next look. */
    private static final int MOST_FILES = 500;

    private static final List<String> UNFINISHED = List.of(".part", ".filepart", ".tmp", "~");

    /** By ending, where a file's content does not tell its format. */
    private static final Map<String, String> MEDIA_TYPES =
            Map.of(
                    "txt",
                    "text/plain",
                    "md",
                    "text/markdown",
                    "html",
                    "text/html",
                    "htm",
                    "text/html",
                    "docx",
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    private final FolderConfig config;

    Folders(FolderConfig config) {
        this.config = config;
    }

    /** Whether the operator lets sources have folders at all. */
    public boolean areAllowed() {
        return config.root().isPresent();
    }

    /**
     * The files of a folder that nobody writes any more, the oldest first. Hidden ones, those with
     * an ending of something unfinished, links and folders are none.
     *
     * @throws IOException when there is no such folder, or it can't be read
     */
    public List<DroppedFile> in(URI address) throws IOException {
        var quietSince = Instant.now().minus(config.settle());
        var files = new ArrayList<DroppedFile>();
        var ages = new ArrayList<Map.Entry<Instant, DroppedFile>>();
        try (Stream<Path> entries = Files.list(folder(address))) {
            for (var path : (Iterable<Path>) entries::iterator) {
                var attributes =
                        Files.readAttributes(
                                path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
                var changed = attributes.lastModifiedTime().toInstant();
                if (attributes.isRegularFile()
                        && isFinished(path.getFileName().toString())
                        && changed.isBefore(quietSince)) {
                    ages.add(Map.entry(changed, new DroppedFile(path, attributes.size())));
                }
            }
        }
        ages.stream()
                .sorted(
                        Map.Entry.<Instant, DroppedFile>comparingByKey()
                                .thenComparing(entry -> entry.getValue().name()))
                .limit(MOST_FILES)
                .forEach(entry -> files.add(entry.getValue()));
        return files;
    }

    /** The media type that a file's ending tells, if it is needed to know its format. */
    public static Optional<String> mediaType(DroppedFile file) {
        var name = file.name();
        var ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return Optional.ofNullable(MEDIA_TYPES.get(ending));
    }

    /** Puts a file away that was taken in. */
    public void done(DroppedFile file) throws IOException {
        move(file, "done");
    }

    /**
     * Puts a file away that can't be taken in.
     *
     * @param why a sentence
     */
    public void failed(DroppedFile file, String why) throws IOException {
        var moved = move(file, "failed");
        Files.writeString(
                moved.resolveSibling(moved.getFileName() + ".reason.txt"),
                why + System.lineSeparator(),
                StandardCharsets.UTF_8);
    }

    private static boolean isFinished(String name) {
        return !name.startsWith(".")
                && UNFINISHED.stream().noneMatch(name.toLowerCase(Locale.ROOT)::endsWith);
    }

    private Path folder(URI address) throws IOException {
        var root = config.root().orElseThrow(() -> new IOException("No folders are set up."));
        var folder = root.resolve(FolderAddress.path(address)).normalize();
        // A link could lead anywhere.
        if (!Files.isDirectory(folder)
                || !folder.toRealPath()
                        .equals(root.toRealPath().resolve(root.relativize(folder)))) {
            throw new IOException("There is no folder " + FolderAddress.path(address) + ".");
        }
        return folder;
    }

    /** A name that was there before stays what it was. */
    private static Path move(DroppedFile file, String into) throws IOException {
        var folder = Files.createDirectories(file.path().resolveSibling(into));
        try {
            return Files.move(file.path(), folder.resolve(file.name()));
        } catch (FileAlreadyExistsException e) {
            return Files.move(file.path(), folder.resolve(UUID.randomUUID() + "-" + file.name()));
        }
    }
}
