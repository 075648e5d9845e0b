package galley.publish.proof;

import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;

import galley.events.Article;
import galley.events.Ninjs;
import galley.publish.content.ContentForms;
import galley.publish.edition.Entry;
import galley.publish.edition.Signatures;
import galley.publish.edition.State;
import galley.publish.http.Representation;
import galley.publish.site.Addresses;

/** Signs what the world is told, once. */
@ApplicationScoped
class Statements implements Signatures {
    private static final String USABLE = "usable";

    private final StatementTable table;
    private final SigningKeys keys;
    private final ContentForms forms;
    private final Addresses addresses;
    private final ObjectMapper json;

    Statements(
            StatementTable table,
            SigningKeys keys,
            ContentForms forms,
            Addresses addresses,
            ObjectMapper json) {
        this.table = table;
        this.keys = keys;
        this.forms = forms;
        this.addresses = addresses;
        this.json = json;
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public String sign(Article article, Ninjs document) {
        var status = document.pubStatus();
        var ninjs = forms.ninjs(document);
        var content = status.equals(USABLE) ? forms.json(article) : null;
        return sign(
                        article.id(),
                        article.version(),
                        article.revision(),
                        status,
                        document.versionCreated(),
                        content,
                        ninjs)
                .jws();
    }

    @Override
    public String of(Entry entry) {
        return latest(entry).jws();
    }

    @Override
    public String of(Entry entry, String hash) {
        return table.fitting(entry.id(), entry.asVersion().revision(), hash)
                .orElseGet(() -> signNow(entry).jws());
    }

    /** What the world was told last of an article. */
    Signed latest(Entry entry) {
        return table.latest(entry.id(), entry.asVersion().revision(), status(entry))
                .orElseGet(() -> signNow(entry));
    }

    /** An article's status as ninjs calls it. */
    static String status(Entry entry) {
        return switch (entry.state()) {
            case LIVE -> USABLE;
            case WITHHELD, EMBARGOED -> "withheld";
            case KILLED -> "canceled";
        };
    }

    private Signed signNow(Entry entry) {
        boolean live = entry.state() == State.LIVE;
        return QuarkusTransaction.requiringNew()
                .call(
                        () ->
                                sign(
                                        entry.id(),
                                        entry.version(),
                                        entry.asVersion().revision(),
                                        status(entry),
                                        since(entry),
                                        live ? forms.json(entry.article()) : null,
                                        live ? forms.ninjs(entry) : null));
    }

    private static Instant since(Entry entry) {
        return switch (entry.state()) {
            case LIVE, KILLED -> entry.updatedAt();
            case WITHHELD, EMBARGOED -> entry.changedAt();
        };
    }

    private Signed sign(
            UUID id,
            int version,
            long revision,
            String status,
            Instant at,
            Representation content,
            Representation ninjs) {
        var hashes = new Hashes(sha256(content), sha256(ninjs));
        var statement =
                new Statement(
                        addresses.absolute(""),
                        Addresses.urn(id),
                        version,
                        revision,
                        status,
                        at,
                        hashes);
        var payload = bytes(statement);
        var jws = keys.active().sign(Canonical.text(payload));
        var bytes = new Hashes(hash(content), hash(ninjs));
        var kept = table.add(id, statement, Canonical.sha256(payload), bytes, jws);
        return new Signed(kept, at, hashes);
    }

    private byte[] bytes(Statement statement) {
        try {
            return json.writeValueAsBytes(statement);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A statement of no JSON", e);
        }
    }

    private static String sha256(Representation document) {
        return document == null ? null : Canonical.sha256(document.bytes());
    }

    private static String hash(Representation document) {
        return document == null ? null : document.hash();
    }
}
