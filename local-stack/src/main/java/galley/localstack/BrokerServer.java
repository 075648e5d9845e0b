package galley.localstack;

/** A Kafka broker, and all that there is of its cluster. */
public interface BrokerServer extends RestartableServer {
    /** What clients set as {@code bootstrap.servers}. */
    default String bootstrapServers() {
        return "127.0.0.1:" + port();
    }
}
