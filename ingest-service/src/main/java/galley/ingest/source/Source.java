package galley.ingest.source;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;

import galley.events.ItemContent;
import galley.events.Permission;
import galley.events.SourceReference;
import galley.events.SourceRights;
import galley.ingest.secret.Secrets;
import galley.kit.problem.Problem;
import galley.kit.problem.Problems;

/** Where items come from. */
@Entity
public class Source {
    private static final NoArgGenerator IDS = Generators.timeBasedEpochRandomGenerator();
    private static final int MAX_VALIDATOR_LENGTH = 1_000;

    /** How items get here. */
    public enum Kind {
        /** They are fetched from an address. */
        POLL,
        /** They are sent. */
        PUSH
    }

    /** Whether items are taken in. */
    public enum State {
        /** They are. */
        ACTIVE,
        /** They are not polled and not accepted. */
        PAUSED
    }

    @Id UUID id;
    long revision;
    String name;

    @Enumerated(EnumType.STRING)
    Kind kind;

    @Enumerated(EnumType.STRING)
    State state;

    String format;
    String url;
    String server;
    String movedFrom;
    String owner;
    String etag;
    String lastModified;
    Instant createdAt;
    Instant deletedAt;

    boolean trusted;
    boolean completeFromPage;

    @Column(name = "websub")
    boolean webSub;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    SourceRights rights;

    @Embedded Credentials credentials;
    @Embedded Pace pace;
    @Embedded Health health = new Health();

    /** For the persistence layer. */
    protected Source() {}

    private Source(String name, Kind kind, String format, Instant now) {
        this.id = IDS.generate();
        this.revision = 1;
        this.name = name;
        this.kind = kind;
        this.state = State.ACTIVE;
        this.format = format;
        this.createdAt = now;
    }

    /** A source that is polled, first one interval from now. */
    static Source polled(SettingsChange settings, Secrets secrets, Instant now) {
        var source = new Source(settings.name(), Kind.POLL, settings.format(), now);
        source.lead(settings.url());
        source.rights = settings.rights();
        source.trusted = Boolean.TRUE.equals(settings.trusted());
        source.completeFromPage = Boolean.TRUE.equals(settings.completeFromPage());
        source.webSub = Boolean.TRUE.equals(settings.webSub());
        if (settings.credentials() != null) {
            source.credentials = settings.credentials().sealed(source.id, secrets);
        }
        source.pace = Pace.of(settings, now);
        return source;
    }

    /** A source that pushes with tokens of this subject. */
    static Source pushed(String owner, String format, Instant now) {
        var source = new Source(owner, Kind.PUSH, format, now);
        source.owner = owner;
        return source;
    }

    /** Its id. */
    public UUID id() {
        return id;
    }

    /** How often its settings were changed, from 1. */
    public long revision() {
        return revision;
    }

    /** How its items get here. */
    public Kind kind() {
        return kind;
    }

    /** The format that its documents have where they don't say so themselves, or {@code auto}. */
    public String format() {
        return format;
    }

    /** Whether its items are taken in. */
    public State state() {
        return state;
    }

    /** The address that is polled, or null. */
    public URI url() {
        return url == null ? null : URI.create(url);
    }

    /** Host and port of the server that is polled, or null. */
    public String server() {
        return server;
    }

    /** The subject whose tokens push, or null. */
    public String owner() {
        return owner;
    }

    /** With what its server lets us in, or null. */
    public Credentials credentials() {
        return credentials;
    }

    /** What may be done with its items, or null where that was never said. */
    public SourceRights rights() {
        return rights;
    }

    /** Whether rules may release its items without hands. */
    public boolean isTrusted() {
        return trusted;
    }

    /** Whether such an item of this source is completed from its page. */
    public boolean completes(ItemContent item) {
        return completeFromPage
                && item.partial()
                && item.url() != null
                && item.pubStatus().equals("usable");
    }

    /** Whether hubs that its feed names are asked to send. */
    public boolean wantsWebSub() {
        return webSub && deletedAt == null;
    }

    /** Whether its pictures may be copied now. */
    public boolean allowsPictures(Instant now) {
        return rights != null
                && rights.pictures() == Permission.ALLOWED
                && (rights.until() == null || now.isBefore(rights.until()));
    }

    /** The ETag of the document that was last read whole, or null. */
    public String etag() {
        return etag;
    }

    /** The Last-Modified of the document that was last read whole, or null. */
    public String lastModified() {
        return lastModified;
    }

    /** How events name it. */
    public SourceReference reference() {
        return new SourceReference(id, name, url);
    }

    /** Whether it was removed. */
    public boolean isDeleted() {
        return deletedAt != null;
    }

    /** Puts the next poll one interval off. */
    public void polled(Instant now) {
        pace.polled(now);
    }

    /**
     * A fetch went well.
     *
     * @param news whether it brought anything that was not here
     */
    public void succeeded(boolean news, Instant now) {
        health.succeeded(now);
        pace.succeeded(news, now);
    }

    /**
     * A fetch failed, so that the next poll comes later than it would.
     *
     * @param why a sentence
     * @param wished how long the source's server wants to be left alone at least
     */
    public void failed(String why, Duration wished, Instant now) {
        health.failed(why, now);
        pace.failed(health.failures, wished, now);
    }

    /**
     * Its server says that its document has another address for good. Credentials go to the server
     * for which they were given and to no other, so that a source that has some stays with it.
     */
    public void movedTo(URI address) {
        if (credentials != null && !isSameServer(address)) {
            return;
        }
        revision++;
        movedFrom = url;
        lead(address);
    }

    /** Remembers of which document the items are, so that only a newer one is sent next time. */
    public void fetched(String newEtag, String newLastModified) {
        etag = usable(newEtag);
        lastModified = usable(newLastModified);
    }

    /**
     * Changes what is not null; another address or format makes the next fetch a full one.
     *
     * @throws Problem 422 when its credentials would go to another server than before, by whoever
     *     can't read them
     */
    void change(SettingsChange change, Secrets secrets, Instant now) {
        if (credentials != null
                && change.credentials() == null
                && change.url() != null
                && !isSameServer(change.url())) {
            throw Problems.unprocessable(
                    "credentials", "For another server they must be given again.");
        }
        revision++;
        rights = change.rights() == null ? rights : change.rights();
        trusted = change.trusted() == null ? trusted : change.trusted();
        webSub = change.webSub() == null ? webSub : change.webSub();
        completeFromPage =
                change.completeFromPage() == null ? completeFromPage : change.completeFromPage();
        if (change.credentials() != null) {
            credentials = change.credentials().sealed(id, secrets);
        }
        name = change.name() == null ? name : change.name();
        state = change.state() == null ? state : change.state();
        if (change.isAboutPace()) {
            pace.change(change, now);
        }
        if (change.format() != null || change.url() != null) {
            format = change.format() == null ? format : change.format();
            if (change.url() != null) {
                lead(change.url());
                movedFrom = null;
            }
            fetched(null, null);
        }
    }

    private boolean isSameServer(URI address) {
        var present = url();
        return address.getScheme().equals(present.getScheme())
                && server.equals(address.getRawAuthority());
    }

    private void lead(URI address) {
        url = address.toString();
        server = address.isOpaque() ? url : address.getRawAuthority();
    }

    void delete(Instant now) {
        deletedAt = now;
    }

    private static String usable(String validator) {
        return validator == null || validator.length() > MAX_VALIDATOR_LENGTH ? null : validator;
    }
}
