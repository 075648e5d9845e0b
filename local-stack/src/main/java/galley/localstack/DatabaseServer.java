package galley.localstack;

/** A PostgreSQL server with a database for each service. */
public interface DatabaseServer extends RestartableServer {
    /** How to reach a database of {@link PostgresServer#DATABASES}. */
    Database database(String name);

    /** How to reach the maintenance database as the server's superuser. */
    Database superuser();
}
