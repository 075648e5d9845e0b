package galley.publish.access;

/** Names of the roles that tokens carry, as far as they matter here. */
public final class Roles {
    /** Manages what is its own: subscriptions and keys. */
    public static final String SUBSCRIBER = "subscriber";

    /** Manages what is anybody's. */
    public static final String ADMIN = "admin";

    private Roles() {}
}
