package galley.kit.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Keeps files under the SHA-256 of their bytes, in a folder that services and replicas may share.
 * What is kept never changes, and the same bytes are kept once. Thread-safe.
 */
public final class MediaStore {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private final Path folder;

    /** A store in this folder, which is made when it is first needed. */
    public MediaStore(Path folder) {
        this.folder = folder;
    }

    /**
     * Keeps a file; when this returns, it is on the disk.
     *
     * @return its SHA-256 in lower-case hexadecimal
     * @throws UncheckedIOException when it can't be written
     */
    public String put(byte[] bytes) {
        var hash = hash(bytes);
        var file = file(hash);
        try {
            if (!Files.exists(file)) {
                write(file, bytes);
            }
            return hash;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The bytes of a file.
     *
     * @param hash as {@link #put} gives it
     * @return empty when there is no such file, or the hash is none
     * @throws UncheckedIOException when the file can't be read, or is not what was kept any more
     */
    public Optional<byte[]> get(String hash) {
        if (!HASH.matcher(hash).matches() || !Files.exists(file(hash))) {
            return Optional.empty();
        }
        try {
            var bytes = Files.readAllBytes(file(hash));
            if (!hash(bytes).equals(hash)) {
                throw new IOException("The file " + hash + " is damaged");
            }
            return Optional.of(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * How many bytes a file has, without reading it.
     *
     * @param hash as {@link #put} gives it
     * @return empty when there is no such file, or the hash is none
     * @throws UncheckedIOException when the store can't be reached
     */
    public Optional<Long> size(String hash) {
        if (!HASH.matcher(hash).matches() || !Files.exists(file(hash))) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.size(file(hash)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Under its name is always the whole file: a draft gets the name once it is on the disk. */
    private static void write(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(file.getParent());
        var draft = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".new");
        try {
            try (var channel =
                    FileChannel.open(
                            draft,
                            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE))) {
                var buffer = ByteBuffer.wrap(bytes);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                channel.force(true);
            }
            Files.move(
                    draft,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** Spread over folders, for file systems that are slow with many files in one. */
    private Path file(String hash) {
        return folder.resolve(hash.substring(0, 2)).resolve(hash);
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
