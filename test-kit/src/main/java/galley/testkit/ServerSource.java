package galley.testkit;

import galley.localstack.BrokerServer;
import galley.localstack.DatabaseServer;
import galley.localstack.KafkaBroker;
import galley.localstack.PostgresServer;
import galley.localstack.StackDirectory;

/** Where test servers come from; either way they are set alike. */
enum ServerSource {
    /** Containers of the Docker engine, by Testcontainers. */
    CONTAINERS,
    /** Processes of this machine, from Maven artifacts. */
    EMBEDDED;

    /** A database server that keeps its passwords in the directory; not started. */
    DatabaseServer postgres(StackDirectory directory, int port) {
        return this == CONTAINERS
                ? new DatabaseContainer(directory, port)
                : new PostgresServer(directory, port, true);
    }

    /** A broker without topics; not started. */
    BrokerServer kafka(StackDirectory directory, int port) {
        return this == CONTAINERS
                ? new BrokerContainer(directory, port)
                : new KafkaBroker(directory, port);
    }
}
