package galley.testkit;

import galley.localstack.TokenIssuer;

/** Bearer tokens that services with the settings of {@link GalleyServers} accept. */
public final class Tokens {
    private Tokens() {}

    /**
     * A token that is good for hours.
     *
     * @param role writer, editor, publisher, admin, source or subscriber
     * @param name the subject
     */
    public static String of(String role, String name) {
        return GalleyServers.shared().tokens().issue(role, name, TokenIssuer.LIFE);
    }
}
