package galley.editorial.article;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

import galley.events.Publication;

/**
 * What readers have of an article: what was decided about that, and what publish reports. Reports
 * may come late, or again; what was decided since counts.
 */
@Embeddable
class LiveCopy {
    @Enumerated(EnumType.STRING)
    private Publication publication = Publication.UNPUBLISHED;

    /** The version that readers have, 0 for none. */
    private int liveVersion;

    private String url;

    /** Of the last decision that kept the article from readers, or gave it back. */
    private long publicationRevision;

    /** Nobody has anything yet. */
    protected LiveCopy() {}

    Publication publication() {
        return publication;
    }

    /** The public address; null while there is none. */
    String url() {
        return url;
    }

    boolean isKilled() {
        return publication == Publication.KILLED;
    }

    private boolean isWithheld() {
        return publication == Publication.WITHHELD;
    }

    void withhold(long revision) {
        publication = Publication.WITHHELD;
        publicationRevision = revision;
    }

    /** It is live once that has arrived. */
    void reinstate(long revision) {
        publication = Publication.UNPUBLISHED;
        publicationRevision = revision;
    }

    void kill() {
        publication = Publication.KILLED;
    }

    /**
     * Readers have a version.
     *
     * @param revision the decision that the report is about
     * @param latest the newest version that there is
     */
    void wentLive(long revision, int version, int latest, String address) {
        boolean expected =
                version >= Math.max(1, liveVersion)
                        && version <= latest
                        && revision >= publicationRevision;
        if (expected && !isKilled() && !isWithheld()) {
            publication = Publication.LIVE;
            liveVersion = version;
            url = address;
        }
    }

    /**
     * Readers no longer have any version.
     *
     * @param revision the decision that the report is about
     * @param latest the newest version that there is
     */
    void takenDown(long revision, int version, int latest) {
        boolean killed = isKilled() && version == latest;
        boolean withheld = isWithheld() && revision >= publicationRevision;
        if (killed || withheld) {
            liveVersion = 0;
        }
    }
}
