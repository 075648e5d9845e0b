package galley.localstack;

import java.nio.file.Path;

/**
 * Where a stack keeps what must outlive it: data of the servers, keys and passwords, logs.
 *
 * @param root absolute path; made at the first start
 */
public record StackDirectory(Path root) {
    /** Takes any path and makes it absolute, so that it can be found again on command lines. */
    public StackDirectory {
        root = root.toAbsolutePath().normalize();
    }

    /** The directory that PostgreSQL calls its data directory. */
    public Path postgres() {
        return root.resolve("postgres");
    }

    /** The broker's settings and its log directory. */
    public Path kafka() {
        return root.resolve("kafka");
    }

    /** Folders of sources, into which files may be dropped. */
    public Path folders() {
        return root.resolve("folders");
    }

    /** Pictures, by their hashes. */
    public Path media() {
        return root.resolve("media");
    }

    /** Keys and passwords, readable by their owner only. */
    public Path secrets() {
        return root.resolve("secrets");
    }

    /** Held locked by the one process that may work on the directory. */
    public Path lock() {
        return root.resolve("lock");
    }

    /** The log file of a server or service. */
    public Path log(String name) {
        return root.resolve("logs").resolve(name + ".log");
    }

    /** What every process of this stack that is a Java program carries among its arguments. */
    public String marker() {
        return "-Dgalley.data=" + root;
    }
}
