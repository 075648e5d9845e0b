package galley.messaging;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.errors.InvalidPidMappingException;
import org.apache.kafka.common.errors.OutOfOrderSequenceException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.errors.UnsupportedVersionException;

/**
 * A row on its way to the broker.
 *
 * @param answer the broker's
 * @param span ends with the answer
 */
record Sending(OutboxRow row, CompletableFuture<RecordMetadata> answer, Span span) {

    /** What became of it. */
    enum Outcome {
        SENT,
        /** The broker does not take this record; others it may take. */
        REFUSED,
        /** It may have arrived or not: the broker or the way to it is at fault. */
        UNKNOWN
    }

    /** Waits so long for an answer, good or bad. */
    boolean answered(long millis) throws InterruptedException {
        try {
            answer.get(millis, TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException _) {
            return true;
        } catch (TimeoutException _) {
            return false;
        }
    }

    /** What became of it, once it is answered. */
    Outcome outcome() {
        if (answer.state() == Future.State.SUCCESS) {
            span.end();
            return Outcome.SENT;
        }
        Throwable failure = answer.exceptionNow();
        span.setStatus(StatusCode.ERROR, String.valueOf(failure.getMessage()));
        span.end();
        return isAboutTheRecord(failure) ? Outcome.REFUSED : Outcome.UNKNOWN;
    }

    /** Why it was not sent. */
    Throwable failure() {
        return answer.exceptionNow();
    }

    private static boolean isAboutTheRecord(Throwable failure) {
        return switch (failure) {
            // Retriable for a producer, that waits for a leader; KnownTopics says that there is
            // none.
            case UnknownTopicOrPartitionException _ -> true;
            case RetriableException _,
                    AuthenticationException _,
                    ClusterAuthorizationException _,
                    UnsupportedVersionException _,
                    ProducerFencedException _,
                    InvalidPidMappingException _,
                    OutOfOrderSequenceException _ ->
                    false;
            case ApiException _, IllegalArgumentException _ -> true;
            default -> false;
        };
    }
}
