package galley.ingest.push;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;

import galley.ingest.clock.DatabaseClock;
import galley.ingest.document.Documents;
import galley.ingest.format.ReadItem;
import galley.ingest.format.Sha256;
import galley.ingest.item.ArticleTooLargeException;
import galley.ingest.item.Delivery;
import galley.ingest.item.Item;
import galley.ingest.item.Items;
import galley.ingest.item.Taken.Outcome;
import galley.ingest.similarity.Signature;
import galley.ingest.similarity.Similarity;
import galley.ingest.source.Source;
import galley.ingest.source.Sources;
import galley.kit.problem.Problem;
import galley.kit.problem.Problems;

/** Takes pushed articles in. */
@ApplicationScoped
class Pushes {
    private static final String FORMAT = "json";

    private final Sources sources;
    private final Items items;
    private final Documents documents;
    private final Similarity similarity;
    private final IdempotentAnswers answers;
    private final EntityManager entities;
    private final DatabaseClock clock;
    private final ObjectMapper json;
    private final MeterRegistry metrics;

    Pushes(
            Sources sources,
            Items items,
            Documents documents,
            Similarity similarity,
            IdempotentAnswers answers,
            EntityManager entities,
            DatabaseClock clock,
            ObjectMapper json,
            MeterRegistry metrics) {
        this.sources = sources;
        this.items = items;
        this.documents = documents;
        this.similarity = similarity;
        this.answers = answers;
        this.entities = entities;
        this.clock = clock;
        this.json = json;
        this.metrics = metrics;
    }

    /**
     * Takes an article in: bytes, item, event and the answer to its key in one transaction.
     *
     * @param key the Idempotency-Key, if one was sent
     * @throws Problem 403 while the sender's source is paused, 413 when it is too large to be
     *     handed on, 409 or 422 when the key is in use or was used for something else
     */
    @Transactional
    Pushed take(
            String owner, Optional<String> key, byte[] body, String contentType, ReadItem entry) {
        var requestHash = Sha256.of(body);
        var name = key.map(text -> new IdempotentAnswer.Name(owner, text));
        var known = name.flatMap(reserved -> answers.reserve(reserved, requestHash));
        if (known.isPresent()) {
            return known.get();
        }
        var source = sources.ofPusher(owner, FORMAT);
        if (source.state() == Source.State.PAUSED) {
            throw Problems.forbidden(
                    "source-paused", "The source is paused", "An admin has paused your pushes.");
        }
        var answer = take(source, body, contentType, entry);
        name.ifPresent(reserved -> answers.remember(reserved, requestHash, answer));
        return answer;
    }

    private Pushed take(Source source, byte[] body, String contentType, ReadItem entry) {
        hold(source, entry.identity());
        Optional<Item> known =
                Optional.ofNullable(
                        items.known(source, List.of(entry.identity())).get(entry.identity()));
        var now = clock.now();
        var sha256 = documents.keep(body, contentType, now);
        var signature = Signature.of(entry.content());
        similarity.hold(signature.stream().toList());
        try {
            var delivery = new Delivery(source, sha256, FORMAT, now);
            var taken = items.take(entry, signature, delivery, known);
            metrics.counter(
                            "galley.items",
                            "outcome",
                            taken.outcome().name().toLowerCase(Locale.ROOT))
                    .increment();
            return new Pushed(
                    taken.outcome() == Outcome.NEW ? 201 : 200,
                    taken.item().id(),
                    json.writeValueAsString(items.answer(taken.item())));
        } catch (ArticleTooLargeException e) {
            throw Problems.tooLarge(e.getMessage(), e.limit());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer is always JSON", e);
        }
    }

    /** Two pushes of one item come one after the other; pushes of different items don't wait. */
    private void hold(Source source, String identity) {
        entities.createNativeQuery(
                        "select 1 from pg_advisory_xact_lock(hashtextextended(:name, 2))")
                .setParameter("name", source.id() + "\n" + identity)
                .getSingleResult();
    }
}
