package galley.localstack.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Locks that the kernel takes back when their holder dies, however it does. */
final class DirectoryLock {
    // A lock ends when the garbage collector finds its channel.
    private static final Queue<FileLock> HELD = new ConcurrentLinkedQueue<>();

    private DirectoryLock() {}

    /**
     * Locks a file until this process ends; answers whether it could, or another process has it.
     */
    static boolean take(Path file) {
        try {
            Files.createDirectories(file.getParent());
            FileChannel channel =
                    FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            return lock != null && HELD.add(lock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
