package galley.publish.purge;

import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import galley.publish.announcement.Status;
import galley.publish.edition.Appearances;
import galley.publish.edition.Edition;
import galley.publish.ready.SurrogateKeys;
import galley.publish.site.Addresses;

/** Knows what a change of an article touches, from how it stands now and ever stood. */
@ApplicationScoped
public class Purges {
    private final Edition edition;
    private final Appearances appearances;
    private final Paths paths;
    private final Addresses addresses;

    Purges(Edition edition, Appearances appearances, Paths paths, Addresses addresses) {
        this.edition = edition;
        this.appearances = appearances;
        this.paths = paths;
        this.addresses = addresses;
    }

    /** What to drop of an article, in the caller's transaction. */
    public Purge of(UUID article) {
        return new Purge(
                status(article).wireName(),
                SurrogateKeys.touchedBy(article),
                Stream.concat(
                                paths.of(article, appearances.of(article)),
                                Paths.OF_EVERY_CHANGE.stream())
                        .distinct()
                        .map(addresses::absolute)
                        .toList());
    }

    private Status status(UUID article) {
        return edition.state(article)
                .map(
                        state ->
                                switch (state) {
                                    case LIVE -> Status.USABLE;
                                    case KILLED -> Status.CANCELED;
                                    case WITHHELD, EMBARGOED -> Status.WITHHELD;
                                })
                .orElse(Status.WITHHELD);
    }
}
