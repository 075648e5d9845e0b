package galley.ingest.push;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import io.quarkus.scheduler.Scheduled;

import galley.ingest.clock.DatabaseClock;
import galley.ingest.push.IdempotentAnswer.Name;
import galley.kit.problem.Problem;
import galley.kit.problem.Problems;
import galley.kit.sql.NativeQueries;

/**
 * Remembers answers by their Idempotency-Key (the IETF draft of that name). An answer is stored in
 * the transaction that it tells of, so a push either has happened and is remembered, or neither.
 */
@ApplicationScoped
class IdempotentAnswers {
    private final EntityManager entities;
    private final DatabaseClock clock;
    private final PushConfig config;

    IdempotentAnswers(EntityManager entities, DatabaseClock clock, PushConfig config) {
        this.entities = entities;
        this.clock = clock;
        this.config = config;
    }

    /**
     * Reserves a key until the caller's transaction ends.
     *
     * @return what the key was answered before, if it was used for the same request
     * @throws Problem 409 while such a push is under way, 422 if the key was used for another
     */
    @Transactional(TxType.MANDATORY)
    Optional<Pushed> reserve(Name name, String requestHash) {
        boolean reserved =
                NativeQueries.values(
                                entities,
                                "select pg_try_advisory_xact_lock(hashtextextended(:name, 3))",
                                Boolean.class)
                        .setParameter("name", name.owner() + "\n" + name.key())
                        .getSingleResult();
        if (!reserved) {
            throw Problems.conflict(
                    "idempotency-key-in-use",
                    "A push with this key is under way",
                    "Wait for its answer, or ask again in a moment.");
        }
        var known = entities.find(IdempotentAnswer.class, name);
        if (known != null && !known.requestHash.equals(requestHash)) {
            throw Problems.of(
                    422,
                    "idempotency-key-reused",
                    "The key was used for another push",
                    "An Idempotency-Key names one push; take a new one for this.");
        }
        return Optional.ofNullable(known).map(IdempotentAnswer::answer);
    }

    /** Remembers an answer under a key that was reserved. */
    @Transactional(TxType.MANDATORY)
    void remember(Name name, String requestHash, Pushed answer) {
        entities.persist(new IdempotentAnswer(name, requestHash, answer, clock.now()));
    }

    @Scheduled(every = "1h")
    @Transactional
    void forgetOld() {
        entities.createQuery("delete from IdempotentAnswer where answeredAt < :before")
                .setParameter("before", clock.now().minus(config.idempotencyRetention()))
                .executeUpdate();
    }
}
