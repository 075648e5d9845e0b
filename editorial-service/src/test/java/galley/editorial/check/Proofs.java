package galley.editorial.check;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import galley.events.Article;
import galley.events.Attribution;
import galley.events.Kind;
import galley.events.Part;
import galley.events.Proposal;
import galley.events.Publication;
import galley.events.Rights;
import galley.events.Workflow;

/** Makes what checks look at; a test says what matters to it. */
public final class Proofs {
    public static final Instant NOON = Instant.parse("2026-05-20T12:00:00Z");

    private String language = "en";
    private Kind kind = Kind.REPRINT;
    private String headline = "Harbour opens";
    private String standfirst;
    private Rights rights;
    private Instant embargo;
    private Instant at = NOON;
    private SourceRecord source = SourceRecord.NONE;
    private final List<Proposal> proposals = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();

    private Proofs() {}

    public static Proofs article() {
        return new Proofs();
    }

    public Proofs language(String tag) {
        language = tag;
        return this;
    }

    public Proofs kind(Kind of) {
        kind = of;
        return this;
    }

    public Proofs headline(String text) {
        headline = text;
        return this;
    }

    public Proofs standfirst(String text) {
        standfirst = text;
        return this;
    }

    Proofs rights(Rights known) {
        rights = known;
        return this;
    }

    Proofs embargo(Instant until) {
        embargo = until;
        return this;
    }

    Proofs at(Instant time) {
        at = time;
        return this;
    }

    Proofs source(SourceRecord record) {
        source = record;
        return this;
    }

    Proofs proposals(Proposal... standing) {
        proposals.addAll(Arrays.asList(standing));
        return this;
    }

    public Proofs parts(Part... more) {
        parts.addAll(Arrays.asList(more));
        return this;
    }

    /** A text of one's own as the next part. */
    public Proofs text(String body) {
        return parts(new Part.Original("p" + (parts.size() + 1), null, body));
    }

    public Proof proof() {
        return new Proof(
                new Article(
                        UUID.randomUUID(),
                        1,
                        0,
                        null,
                        language,
                        kind,
                        headline,
                        standfirst,
                        null,
                        List.of(),
                        List.of(),
                        List.of(),
                        rights,
                        List.copyOf(proposals),
                        null,
                        List.copyOf(parts),
                        List.of(),
                        Workflow.RECEIVED,
                        Publication.UNPUBLISHED,
                        embargo,
                        null,
                        NOON,
                        null,
                        List.of(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null),
                source,
                at);
    }

    static Part.Reprint reprint(Attribution attribution, Rights rights, boolean excerpt) {
        return new Part.Reprint(
                "p1", null, excerpt, null, attribution, rights, "<p>The harbour is open.</p>");
    }

    static Attribution publisher(String name) {
        return new Attribution(name, null, null, null, null, null, null, null);
    }
}
