package galley.ingest.websub;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.micrometer.core.instrument.MeterRegistry;
import org.jboss.logging.Logger;

import galley.ingest.clock.DatabaseClock;
import galley.ingest.format.Formats;
import galley.ingest.format.RawDocument;
import galley.ingest.format.Reading;
import galley.ingest.format.UnreadableDocumentException;
import galley.ingest.intake.Intake;
import galley.ingest.secret.SealedException;
import galley.ingest.secret.Secrets;
import galley.ingest.source.Source;
import galley.ingest.source.Sources;
import galley.messaging.Lane;

/** Takes in what hubs send. */
@ApplicationScoped
class HubMessages {
    private static final Logger LOG = Logger.getLogger(HubMessages.class);

    /** What became of a message. */
    enum Fate {
        TAKEN,
        /** Signed by somebody else, or of a source that takes nothing in now. */
        IGNORED,
        /** There is no such subscription any more; the hub should stop. */
        GONE
    }

    private final Subscriptions subscriptions;
    private final Sources sources;
    private final Formats formats;
    private final Intake intake;
    private final Secrets secrets;
    private final DatabaseClock clock;
    private final MeterRegistry metrics;

    HubMessages(
            Subscriptions subscriptions,
            Sources sources,
            Formats formats,
            Intake intake,
            Secrets secrets,
            DatabaseClock clock,
            MeterRegistry metrics) {
        this.subscriptions = subscriptions;
        this.sources = sources;
        this.formats = formats;
        this.intake = intake;
        this.secrets = secrets;
        this.clock = clock;
        this.metrics = metrics;
    }

    /**
     * Whether a hub's question is about something that was asked for; if so, it is noted.
     *
     * @param lease for how long the hub will send
     */
    @Transactional
    boolean verify(String token, String mode, String topic, Duration lease) {
        var found = subscriptions.hold(token);
        if (found.isEmpty() || !found.get().topic.equals(topic)) {
            return false;
        }
        var subscription = found.get();
        boolean meant = mode.equals(subscription.isWanted() ? "subscribe" : "unsubscribe");
        if (meant && subscription.isWanted()) {
            subscription.verified(lease, clock.now());
        } else if (meant) {
            subscriptions.delete(subscription);
        }
        return meant;
    }

    /** The hub does not want to send. */
    @Transactional
    void deny(String token, String topic, String why) {
        subscriptions
                .hold(token)
                .filter(subscription -> subscription.topic.equals(topic))
                .ifPresent(subscription -> subscription.denied(why, clock.now()));
    }

    /**
     * Takes in a document that a hub sent, if it is the hub's.
     *
     * @param signature as it came with the document, or null
     */
    @Transactional
    Fate take(String token, byte[] body, String contentType, String signature) {
        var found = subscriptions.withToken(token);
        if (found.isEmpty() || !found.get().isWanted()) {
            return counted(Fate.GONE);
        }
        var source = sources.hold(found.get().sourceId);
        if (source.isDeleted()) {
            return counted(Fate.GONE);
        }
        if (source.state() == Source.State.PAUSED || !isSigned(found.get(), body, signature)) {
            return counted(Fate.IGNORED);
        }
        var address = URI.create(found.get().topic);
        take(source, new RawDocument(body, contentType, address));
        subscriptions.hold(token).ifPresent(it -> it.pushed(clock.now()));
        return counted(Fate.TAKEN);
    }

    private void take(Source source, RawDocument document) {
        var now = clock.now();
        Reading reading;
        try {
            reading = formats.read(document, source.format());
        } catch (UnreadableDocumentException e) {
            intake.keepUnreadable(source, document, e.getMessage(), now);
            return;
        }
        intake.take(source, document, reading, now, Lane.LIVE);
    }

    private boolean isSigned(Subscription subscription, byte[] body, String signature) {
        try {
            var secret = secrets.open(subscription.secret, subscription.sourceId.toString());
            boolean signed = HubSignature.matches(signature, body, secret);
            if (!signed) {
                LOG.warnf("Source %s: a message was not its hub's", subscription.sourceId);
            }
            return signed;
        } catch (SealedException e) {
            LOG.warnf("Source %s: %s", subscription.sourceId, e.getMessage());
            return false;
        }
    }

    private Fate counted(Fate fate) {
        metrics.counter("galley.websub.messages", "fate", fate.name().toLowerCase(Locale.ROOT))
                .increment();
        return fate;
    }
}
