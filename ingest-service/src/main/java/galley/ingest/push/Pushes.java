package galley.ingest.push;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;

import galley.ingest.clock.DatabaseClock;
import galley.ingest.document.Documents;
import galley.ingest.format.RawDocument;
import galley.ingest.format.ReadItem;
import galley.ingest.format.Reading;
import galley.ingest.format.Sha256;
import galley.ingest.format.UnreadableEntry;
import galley.ingest.intake.Intake;
import galley.ingest.item.ArticleTooLargeException;
import galley.ingest.item.Delivery;
import galley.ingest.item.Item;
import galley.ingest.item.ItemAnswer;
import galley.ingest.item.ItemWriter;
import galley.ingest.item.Items;
import galley.ingest.item.Taken.Outcome;
import galley.ingest.similarity.HeldText;
import galley.ingest.similarity.Similarity;
import galley.ingest.source.Source;
import galley.ingest.source.Sources;
import galley.kit.problem.Problem;
import galley.kit.problem.Problems;
import galley.messaging.Lane;

/** Takes pushed articles in. */
@ApplicationScoped
class Pushes {
    static final String FORMAT = "json";

    private final Sources sources;
    private final Items items;
    private final ItemWriter writer;
    private final Intake intake;
    private final Documents documents;
    private final Similarity similarity;
    private final IdempotentAnswers answers;
    private final DatabaseClock clock;
    private final ObjectMapper json;
    private final MeterRegistry metrics;

    Pushes(
            Sources sources,
            Items items,
            ItemWriter writer,
            Intake intake,
            Documents documents,
            Similarity similarity,
            IdempotentAnswers answers,
            DatabaseClock clock,
            ObjectMapper json,
            MeterRegistry metrics) {
        this.sources = sources;
        this.items = items;
        this.writer = writer;
        this.intake = intake;
        this.documents = documents;
        this.similarity = similarity;
        this.answers = answers;
        this.clock = clock;
        this.json = json;
        this.metrics = metrics;
    }

    /**
     * Takes an article in: bytes, item, event and the answer to its key in one transaction.
     *
     * @throws Problem 403 while the sender's source is paused, 413 when it is too large to be
     *     handed on, 409 or 422 when the key is in use or was used for something else
     */
    @Transactional
    Pushed take(Push push, ReadItem entry) {
        return once(
                push,
                FORMAT,
                source -> {
                    var known = items.hold(source, List.of(entry));
                    var delivery = deliver(source, push);
                    var texts = similarity.hold(List.of(entry));
                    return take(entry, texts, delivery, known);
                });
    }

    /**
     * Takes in the entries of a document, those that can be read; the others are quarantined. All
     * of it is one transaction, like an article.
     *
     * @throws Problem 403 while the sender's source is paused, 409 or 422 when the key is in use or
     *     was used for something else
     */
    @Transactional
    Pushed take(Push push, RawDocument document, Reading reading) {
        return once(push, reading.format(), source -> take(source, document, reading));
    }

    /** Keeps a document of which nothing could be read. */
    @Transactional
    void keepUnreadable(Push push, RawDocument document, String reason) {
        var source = sources.hold(sources.ofPusher(push.owner(), FORMAT).id());
        intake.keepUnreadable(source, document, reason, clock.now());
    }

    private Pushed once(Push push, String format, Function<Source, Pushed> take) {
        var requestHash = Sha256.of(push.body());
        var name = push.key().map(text -> new IdempotentAnswer.Name(push.owner(), text));
        var known = name.flatMap(reserved -> answers.reserve(reserved, requestHash));
        if (known.isPresent()) {
            return known.get();
        }
        var answer = take.apply(active(push.owner(), format));
        if (answer.item() != null) {
            name.ifPresent(reserved -> answers.remember(reserved, requestHash, answer));
        }
        return answer;
    }

    private Pushed take(Source pushing, RawDocument document, Reading reading) {
        var source = sources.hold(pushing.id());
        var counts = intake.take(source, document, reading, clock.now(), Lane.LIVE);
        var known = items.known(source, reading.entries());
        var taken =
                reading.entries().stream()
                        .filter(ReadItem.class::isInstance)
                        .map(entry -> known.get(entry.identity()))
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList();
        if (taken.isEmpty()) {
            return Pushed.refused(reasons(reading));
        }
        return new Pushed(
                counts.added() > 0 ? 201 : 200,
                taken.getFirst().id(),
                write(items.answer(taken, counts.quarantined() == 0 ? null : reasons(reading))));
    }

    private static String reasons(Reading reading) {
        return reading.entries().stream()
                .filter(UnreadableEntry.class::isInstance)
                .map(UnreadableEntry.class::cast)
                .map(entry -> "Entry %d: %s".formatted(entry.position(), entry.reason()))
                .limit(10)
                .collect(Collectors.joining(" "));
    }

    /**
     * Keeps the document that several articles are in, before any of them.
     *
     * @throws Problem 403 while the sender's source is paused
     */
    @Transactional
    void keep(Push push) {
        deliver(active(push.owner(), FORMAT), push);
    }

    /**
     * Takes in several articles of one document.
     *
     * @return their answers, in their order
     * @throws Problem 403 while the sender's source is paused
     */
    @Transactional
    List<BatchAnswer.Each> takeTogether(Push push, List<ReadItem> entries) {
        var source = active(push.owner(), FORMAT);
        var known = items.hold(source, entries);
        var delivery = deliver(source, push);
        var texts = similarity.hold(entries);
        return entries.stream().map(entry -> answer(entry, texts, delivery, known)).toList();
    }

    private BatchAnswer.Each answer(
            ReadItem entry,
            Map<ReadItem, HeldText> texts,
            Delivery delivery,
            Map<String, Item> known) {
        try {
            return BatchAnswer.Each.of(take(entry, texts, delivery, known));
        } catch (Problem problem) {
            return BatchAnswer.Each.of(problem);
        }
    }

    private Delivery deliver(Source source, Push push) {
        var now = clock.now();
        var sha256 = documents.keep(push.body(), push.contentType(), now);
        return new Delivery(source, sha256, FORMAT, now, Lane.LIVE);
    }

    /** Takes in an article, and adds it to those that are known. */
    private Pushed take(
            ReadItem entry,
            Map<ReadItem, HeldText> texts,
            Delivery delivery,
            Map<String, Item> known) {
        try {
            var taken =
                    writer.take(
                            entry,
                            Optional.ofNullable(texts.get(entry)),
                            delivery,
                            Optional.ofNullable(known.get(entry.identity())));
            known.put(entry.identity(), taken.item());
            metrics.counter(
                            "galley.items",
                            "outcome",
                            taken.outcome().name().toLowerCase(Locale.ROOT))
                    .increment();
            return new Pushed(
                    taken.outcome() == Outcome.NEW ? 201 : 200,
                    taken.item().id(),
                    write(items.answer(taken.item())));
        } catch (ArticleTooLargeException e) {
            throw Problems.tooLarge(e.getMessage(), e.limit());
        }
    }

    private String write(ItemAnswer answer) {
        try {
            return json.writeValueAsString(answer);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer is always JSON", e);
        }
    }

    private Source active(String owner, String format) {
        var source = sources.ofPusher(owner, format);
        if (source.state() == Source.State.PAUSED) {
            throw Problems.forbidden(
                    "source-paused", "The source is paused", "An admin has paused your pushes.");
        }
        return source;
    }
}
