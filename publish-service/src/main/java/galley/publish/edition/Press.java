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
import galley.events.LifecycleEvent;
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
    private final Clock clock;

    Press(LifecycleEvents events, GuardedWrites edition, Announcements announcements, Clock clock) {
        this.events = events;
        this.edition = edition;
        this.announcements = announcements;
        this.clock = clock;
    }

    @Override
    public Set<String> groups() {
        return Set.of(GROUP, KILL_GROUP);
    }

    /** Applies an event; one that concerns no reader changes nothing. */
    @Override
    public void on(IncomingEvent event) throws UnreadableEventException {
        var decided = events.read(event);
        if (decided.isPresent()) {
            apply(decided.get(), clock.instant(), announcements);
        }
    }

    /**
     * Applies what editorial decided.
     *
     * @param now the time as of which embargoes are judged
     * @param announcer who is told what it changed
     */
    void apply(LifecycleEvent event, Instant now, Announcer announcer)
            throws UnreadableEventException {
        switch (event) {
            case ArticleReleased release -> release(release, now, announcer);
            case ArticleKilled kill -> kill(kill, now, announcer);
            case ArticleWithheld withheld -> withhold(withheld, now, announcer);
            case ArticleReinstated reinstated -> reinstate(reinstated, now, announcer);
            default -> {
                // review goes on, and readers see nothing of it
            }
        }
    }

    private void release(ArticleReleased release, Instant now, Announcer announcer)
            throws UnreadableEventException {
        var article = PublicArticle.of(release);
        var note = noteOf(release, article);
        var state = stateOf(release, article, now);
        edition.claimSlug(article);
        edition.release(article, state, note, now)
                .ifPresent(
                        shown -> {
                            if (state == State.LIVE) {
                                announcer.live(article, note);
                                announcer.released(release.decision().at());
                            } else if (shown) {
                                announcer.withheld(article, release.decision().at());
                            }
                        });
    }

    private static State stateOf(ArticleReleased release, Article article, Instant now) {
        if (release.article().publication() == Publication.WITHHELD) {
            return State.WITHHELD;
        }
        return isEmbargoed(article, now) ? State.EMBARGOED : State.LIVE;
    }

    private void withhold(ArticleWithheld event, Instant now, Announcer announcer)
            throws UnreadableEventException {
        var decided = event.article();
        var withheld = edition.withhold(decided, now);
        if (withheld.isEmpty()) {
            requireStanding(decided);
            return;
        }
        var it = withheld.get();
        if (it.shown()) {
            announcer.withheld(it.article(), event.decision().at());
        }
        announcer.takenDown(it.article());
    }

    private void reinstate(ArticleReinstated event, Instant now, Announcer announcer)
            throws UnreadableEventException {
        var decided = event.article();
        var reinstated = edition.reinstate(decided, now);
        if (reinstated.isEmpty()) {
            requireStanding(decided);
            return;
        }
        var it = reinstated.get();
        if (it.state() == State.LIVE) {
            announcer.live(it.article(), it.note());
        }
    }

    /** What has not arrived can't be withheld or given back; this event must not be forgotten. */
    private void requireStanding(Article decided) throws UnreadableEventException {
        if (!edition.stands(decided)) {
            throw new UnreadableEventException("There is no released version of this article");
        }
    }

    private void kill(ArticleKilled kill, Instant now, Announcer announcer)
            throws UnreadableEventException {
        boolean secret = isEmbargoed(kill.article(), now);
        edition.claimSlug(kill.article());
        edition.kill(kill, secret, now)
                .ifPresent(
                        notice ->
                                announcer.canceled(
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
