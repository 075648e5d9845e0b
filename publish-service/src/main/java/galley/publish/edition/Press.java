package galley.publish.edition;

import java.time.Clock;
import java.time.Instant;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import galley.events.Article;
import galley.events.ArticleKilled;
import galley.events.ArticleReinstated;
import galley.events.ArticleReleased;
import galley.events.ArticleWithheld;
import galley.events.Publication;
import galley.messaging.EventHandler;
import galley.messaging.IncomingEvent;
import galley.messaging.UnreadableEventException;

/** Applies what editorial decided to the edition, and announces it, in one transaction. */
@ApplicationScoped
class Press implements EventHandler {
    /** Reads the lifecycle log. */
    static final String GROUP = "publish";

    /** Reads the kills apart. */
    static final String KILL_GROUP = "publish-kill";

    private final LifecycleEvents events;
    private final GuardedWrites edition;
    private final Announcements announcements;
    private final ReleaseToLive releaseToLive;
    private final Clock clock;

    Press(
            LifecycleEvents events,
            GuardedWrites edition,
            Announcements announcements,
            ReleaseToLive releaseToLive,
            Clock clock) {
        this.events = events;
        this.edition = edition;
        this.announcements = announcements;
        this.releaseToLive = releaseToLive;
        this.clock = clock;
    }

    @Override
    public Set<String> groups() {
        return Set.of(GROUP, KILL_GROUP);
    }

    /** Applies an event; one that concerns no reader changes nothing. */
    @Override
    public void on(IncomingEvent event) throws UnreadableEventException {
        switch (events.read(event).orElse(null)) {
            case ArticleReleased release -> release(release);
            case ArticleKilled kill -> kill(kill);
            case ArticleWithheld withheld -> withhold(withheld);
            case ArticleReinstated reinstated -> reinstate(reinstated);
            case null, default -> {
                // review goes on, and readers see nothing of it
            }
        }
    }

    private void release(ArticleReleased release) throws UnreadableEventException {
        var article = PublicArticle.of(release);
        var note = noteOf(release, article);
        var now = clock.instant();
        var state = stateOf(release, article, now);
        edition.claimSlug(article);
        edition.release(article, state, note, now)
                .ifPresent(
                        shown -> {
                            if (state == State.LIVE) {
                                announcements.live(article, note);
                                releaseToLive.measure(release.decision().at());
                            } else if (shown) {
                                announcements.withheld(article, release.decision().at());
                            }
                        });
    }

    private static State stateOf(ArticleReleased release, Article article, Instant now) {
        if (release.article().publication() == Publication.WITHHELD) {
            return State.WITHHELD;
        }
        return isEmbargoed(article, now) ? State.EMBARGOED : State.LIVE;
    }

    private void withhold(ArticleWithheld event) throws UnreadableEventException {
        var decided = event.article();
        var withheld = edition.withhold(decided, clock.instant());
        if (withheld.isEmpty()) {
            requireStanding(decided);
            return;
        }
        var it = withheld.get();
        if (it.shown()) {
            announcements.withheld(it.article(), event.decision().at());
        }
        announcements.takenDown(it.article());
    }

    private void reinstate(ArticleReinstated event) throws UnreadableEventException {
        var decided = event.article();
        var reinstated = edition.reinstate(decided, clock.instant());
        if (reinstated.isEmpty()) {
            requireStanding(decided);
            return;
        }
        var it = reinstated.get();
        if (it.state() == State.LIVE) {
            announcements.live(it.article(), it.note());
        }
    }

    /** What has not arrived can't be withheld or given back; this event must not be forgotten. */
    private void requireStanding(Article decided) throws UnreadableEventException {
        if (!edition.stands(decided)) {
            throw new UnreadableEventException("There is no released version of this article");
        }
    }

    private void kill(ArticleKilled kill) throws UnreadableEventException {
        var now = clock.instant();
        boolean secret = isEmbargoed(kill.article(), now);
        edition.claimSlug(kill.article());
        edition.kill(kill, secret, now)
                .ifPresent(
                        notice ->
                                announcements.canceled(
                                        kill, notice.headline(), notice.shown() || !secret));
    }

    private static boolean isEmbargoed(Article article, Instant now) {
        return article.embargoedUntil() != null && article.embargoedUntil().isAfter(now);
    }

    /** What was corrected; else what was said about the release. */
    private static String noteOf(ArticleReleased release, Article article) {
        return article.corrections().stream()
                .filter(correction -> correction.version() == article.version())
                .map(correction -> correction.note())
                .reduce((_, last) -> last)
                .orElse(release.decision().note());
    }
}
