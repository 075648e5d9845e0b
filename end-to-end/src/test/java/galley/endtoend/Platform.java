package galley.endtoend;

import java.net.InetAddress;
import java.net.URI;
import java.util.Map;

import galley.localstack.TokenIssuer;

/** The whole platform, running for one test class. */
interface Platform extends AutoCloseable {
    /** Where a service answers. */
    URI address(String service);

    /** Issues tokens that the services accept. */
    TokenIssuer tokens();

    /** How somebody who may read every topic reaches the broker, as Kafka's clients want it. */
    Map<String, String> kafka();

    /** An address of this machine at which the services reach what listens there. */
    InetAddress reachableHost();

    /** Somebody with a role who talks to a service. */
    default Caller caller(String service, String role, String name) {
        return new Caller(address(service), tokens().issue(role, name, TokenIssuer.LIFE));
    }

    /** A reader: nobody in particular. */
    default Caller reader() {
        return new Caller(address("publish"), null);
    }

    /** Somebody else's site with a feed, which ingest can reach. */
    default FeedSite site(String feed) {
        return new FeedSite(reachableHost(), feed);
    }

    /** Ends it and leaves nothing. */
    @Override
    void close();
}
