package galley.events;

/**
 * Names of the Kafka topics. Partitions, retention and cleanup are defined in {@code
 * asyncapi.yaml}.
 */
public final class Topics {
    /**
     * What ingest read, one event for each new or changed item; and how rights of sources change.
     */
    public static final String INGESTED = "galley.article.ingested.v1";

    /** Every accepted decision or save, with the whole article; kept for ever. */
    public static final String LIFECYCLE = "galley.article.lifecycle.v1";

    /** The kills again, so that they can be read apart from everything else. */
    public static final String KILL = "galley.article.kill.v1";

    /** What is published, as ninjs 3 documents; compacted; the public contract. */
    public static final String PUBLISHED = "galley.article.published.v1";

    /** What publish has done with a release or a kill. */
    public static final String DELIVERY = "galley.article.delivery.v1";

    /** The front page and the sections' pages, the latest of each; compacted. */
    public static final String FRONT_PAGE = "galley.front-page.v1";

    private Topics() {}
}
