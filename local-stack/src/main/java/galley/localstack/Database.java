package galley.localstack;

/**
 * How to reach one service's database.
 *
 * @param url JDBC address, without credentials
 */
public record Database(String url, String user, String password) {}
