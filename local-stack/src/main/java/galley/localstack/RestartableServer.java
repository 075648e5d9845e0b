package galley.localstack;

/** A server that can be started again after its end, with the same data on the same port. */
public interface RestartableServer extends AutoCloseable {
    /** What the server is called in messages and log files. */
    String name();

    /** The port it listens on, on the loopback address. */
    int port();

    /**
     * Starts the server and waits until it serves.
     *
     * @throws StartFailedException when it ends before, or takes too long
     */
    void start();

    /** Takes over the server that another object for the same directory has started. */
    void adopt();

    /** Whether the server lives. */
    boolean isRunning();

    /** Kills the server (SIGKILL), as a crash would, and waits until it is gone. */
    void kill();

    @Override
    void close();
}
