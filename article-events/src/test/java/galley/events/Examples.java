package galley.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Instances of every record that goes over the wire. */
final class Examples {
    private static final UUID ID = UUID.fromString("0198c2f0-5a00-7c41-9f3e-2b8d6e1a4c77");
    private static final Instant AT = Instant.parse("2026-05-20T09:30:15.250Z");
    private static final LocalDate DAY = LocalDate.parse("2026-05-20");
    private static final String URL = "https://news.example/articles/night-ferry";
    private static final String HASH = "0123456789abcdef".repeat(4);
    private static final Dateline DATELINE = new Dateline("AVEIRO", DAY, "Maré", "AVEIRO, May 20");
    private static final Dateline NO_DATELINE = new Dateline(null, null, null, null);
    private static final Subject SUBJECT = new Subject("medtop", "20000045", "harbour");
    private static final Subject NO_SUBJECT = new Subject(null, null, null);

    private Examples() {}

    /** Every event with everything in it. */
    static List<Object> full() {
        var events = lifecycle(article(), new Decision(AT, "staff:" + ID, "It was time"));
        events.add(ingested("https://feeds.example/rss", content()));
        events.add(new SourceRightsChanged(ID, 3, AT, sourceRights()));
        events.add(new ArticleWentLive(ID, 5, 1, URL, AT));
        events.add(new ArticleTakenDown(ID, 6, 2, AT));
        events.add(
                new SubscribersReported(
                        ID,
                        6,
                        2,
                        AT,
                        List.of(
                                new SubscriberReceipt(
                                        ID,
                                        "The Island Times",
                                        "webhook",
                                        "article.withdrawn",
                                        ReceiptState.FAILED,
                                        AT,
                                        "It answered 410."))));
        events.add(ninjs());
        events.add(
                new PageArranged(
                        "sections/coast",
                        3,
                        false,
                        new Section("Coast", "The coast", "All that floats", 2, "en-GB", true),
                        new Arrangement(30, List.of(new Pin(ID, 1, AT)), List.of(ID)),
                        new Decision(AT, "staff:" + ID, "It was time")));
        return events;
    }

    /** Every event with as little in it as can be: nulls, empty lists, lists of empty things. */
    static List<Object> bare() {
        var decision = new Decision(AT, "rule:desk-7", null);
        var events =
                lifecycle(bare(List.of(), List.of(), List.of(), List.of(), null, null), decision);
        events.addAll(lifecycle(hollow(), decision));
        events.add(ingested(null, bareContent(List.of(), List.of(), List.of(), null)));
        events.add(
                ingested(
                        null,
                        bareContent(
                                List.of(NO_SUBJECT),
                                List.of(
                                        new ItemMedia(
                                                MediaKind.AUDIO, URL, null, null, null, null)),
                                List.of(new ItemProposal("kind", null, null, null, 0)),
                                NO_DATELINE)));
        events.add(
                new SourceRightsChanged(
                        ID, 1, AT, new SourceRights(null, null, null, null, null, null)));
        events.add(new ArticleWentLive(ID, 1, 1, URL, AT));
        events.add(new ArticleTakenDown(ID, 1, 1, AT));
        events.add(new SubscribersReported(ID, 1, 1, AT, List.of()));
        events.add(bareNinjs());
        events.add(
                new PageArranged(
                        PageArranged.FRONT,
                        1,
                        false,
                        null,
                        new Arrangement(1, List.of(new Pin(ID, 1, null)), List.of()),
                        decision));
        events.add(
                new PageArranged(
                        "sections/coast",
                        1,
                        false,
                        new Section("Coast", "Coast", null, 0, null, false),
                        new Arrangement(100, List.of(), List.of()),
                        decision));
        events.add(new PageArranged("sections/coast", 2, true, null, null, decision));
        return events;
    }

    private static List<Object> lifecycle(Article article, Decision decision) {
        var events = new ArrayList<>();
        for (Class<?> type : LifecycleEvent.class.getPermittedSubclasses()) {
            try {
                events.add(
                        type.getDeclaredConstructor(Article.class, Decision.class)
                                .newInstance(article, decision));
            } catch (ReflectiveOperationException e) {
                throw new LinkageError("No example of " + type + ": build one here", e);
            }
        }
        return events;
    }

    private static Article article() {
        return new Article(
                ID,
                5,
                1,
                "night-ferry",
                "en-GB",
                Kind.REPRINT,
                "Night ferry returns",
                "After two winters",
                "Coast",
                List.of("ferries"),
                List.of("By Ana Lobo"),
                List.of(SUBJECT),
                rights(),
                List.of(new Proposal("1", "kind", "p2", "reprint", "which we reprint", 0.97)),
                new TeaserBreak("p1", 1),
                List.of(
                        new Part.Introduction("p1", "<p>We reprint a report from the coast.</p>"),
                        new Part.Reprint(
                                "p2",
                                "Night ferry returns to the islands",
                                true,
                                DATELINE,
                                new Attribution(
                                        "Maré", "Ana Lobo", URL, DAY, "pt", "Jo", "Tide", URL),
                                rights(),
                                "<p>The ferry sails again.</p>"),
                        new Part.Original("p3", "What it costs", "<p>Two crowns.</p>"),
                        new Part.Media(
                                "p4",
                                MediaKind.IMAGE,
                                URL,
                                "Pier",
                                "A ferry",
                                "Jo",
                                "A ferry",
                                new Picture(HASH, "image/jpeg", 1200, 800)),
                        new Part.People(
                                "p5", List.of(new Person("Jo Rui", "captain", "Pier", URL)))),
                List.of(new Related("The islands", URL, ID)),
                Workflow.RELEASED,
                Publication.LIVE,
                AT,
                AT,
                AT,
                URL,
                List.of(new Correction(1, AT, "The fare was wrong")),
                new Provenance(ID, "Maré", ID, 2, "2", HASH, URL),
                "world",
                2,
                AT,
                new Amendment(Amendment.Kind.CORRECTION, "The fare was wrong"),
                "staff:" + ID,
                AT);
    }

    private static Article hollow() {
        return bare(
                List.of(NO_SUBJECT),
                List.of(new Proposal("1", "kind", null, null, null, 0)),
                List.of(
                        new Part.Introduction("p1", ""),
                        new Part.Reprint("p2", null, false, null, null, null, ""),
                        new Part.Reprint(
                                "p3",
                                null,
                                false,
                                NO_DATELINE,
                                new Attribution(null, null, null, null, null, null, null, null),
                                new Rights(null, null, null),
                                ""),
                        new Part.Original("p4", null, ""),
                        new Part.Media("p5", MediaKind.VIDEO, URL, null, null, null, null),
                        new Part.People("p6", List.of()),
                        new Part.People("p7", List.of(new Person("Jo Rui", null, null, null)))),
                List.of(new Correction(1, AT, "")),
                new Provenance(ID, "", ID, 1, null, HASH, null),
                new Amendment(Amendment.Kind.UPDATE, null));
    }

    private static Article bare(
            List<Subject> subjects,
            List<Proposal> proposals,
            List<Part> parts,
            List<Correction> corrections,
            Provenance provenance,
            Amendment amendment) {
        return new Article(
                ID,
                1,
                0,
                null,
                null,
                Kind.ORIGINAL,
                "",
                null,
                null,
                List.of(),
                List.of(),
                subjects,
                null,
                proposals,
                null,
                parts,
                List.of(),
                Workflow.DRAFT,
                Publication.UNPUBLISHED,
                null,
                null,
                null,
                null,
                corrections,
                provenance,
                null,
                null,
                null,
                amendment,
                null,
                null);
    }

    private static Rights rights() {
        return new Rights("Free to reprint", "Maré", "© Maré");
    }

    private static ArticleIngested ingested(String url, ItemContent content) {
        return new ArticleIngested(
                ID,
                ID,
                1,
                new SourceReference(ID, "Maré", url),
                "rss",
                AT,
                HASH,
                content,
                url == null ? null : sourceRights(),
                url == null ? null : routing());
    }

    private static SourceRights sourceRights() {
        return new SourceRights(
                Permission.ALLOWED, Permission.ASK, "Free to reprint", "Maré", "© Maré", AT);
    }

    private static Routing routing() {
        return new Routing(
                List.of(ID), "world", "World", List.of("ports"), 2, ID, ID, "It is partial.");
    }

    private static ItemContent content() {
        return new ItemContent(
                "maré-17",
                "2",
                "text",
                "usable",
                4,
                1,
                "Night ferry returns",
                "ferry",
                "By Ana Lobo",
                DATELINE,
                "en",
                "<p>It sails again.</p>",
                "<p>The ferry sails again.</p>",
                4,
                List.of("ferries"),
                List.of(SUBJECT),
                List.of("Ana Lobo"),
                List.of("Aveiro"),
                AT,
                AT,
                AT,
                AT,
                "Hold for pictures",
                "Free to reprint",
                "Maré",
                URL,
                List.of(new ItemMedia(MediaKind.IMAGE, URL, "Ferry", "A ferry", "A ferry", "Jo")),
                true,
                ID,
                List.of(new ItemProposal("kind", 1, "reprint", "which we reprint", 0.97)));
    }

    private static ItemContent bareContent(
            List<Subject> subjects,
            List<ItemMedia> media,
            List<ItemProposal> proposals,
            Dateline dateline) {
        return new ItemContent(
                null, null, "text", "usable", null, null, "", null, null, dateline, null, null, "",
                0, List.of(), subjects, List.of(), List.of(), null, null, null, null, null, null,
                null, null, media, false, null, proposals);
    }

    private static Ninjs ninjs() {
        return new Ninjs(
                Ninjs.Standard.NINJS_3_1,
                "urn:uuid:" + ID,
                "text",
                "full",
                "1",
                AT,
                AT,
                AT,
                "usable",
                "en-GB",
                "Maré",
                "© Maré",
                "Free to reprint",
                "The fare was wrong",
                "By Ana Lobo",
                List.of(new Ninjs.Text("main", "text/plain", "Night ferry returns")),
                List.of(new Ninjs.Text("summary", "text/plain", "After two winters")),
                List.of(new Ninjs.Text("main", "text/html", "<p>The ferry sails again.</p>")),
                List.of(
                        new Ninjs.Named(
                                "harbour", "about", "http://cv.example/harbour", "20000045")),
                List.of(new Ninjs.InfoSource("Maré", "publisher", "https://mare.example/")),
                List.of(new Ninjs.Rendition("web", URL, "text/html")),
                List.of(new Ninjs.AltId("url", URL)));
    }

    private static Ninjs bareNinjs() {
        return new Ninjs(
                Ninjs.Standard.NINJS_3_1,
                "urn:uuid:" + ID,
                "text",
                "full",
                "1",
                null,
                null,
                null,
                "canceled",
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }
}
