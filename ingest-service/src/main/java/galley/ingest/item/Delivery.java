package galley.ingest.item;

import java.time.Instant;

import galley.ingest.source.Source;
import galley.messaging.Lane;

/**
 * How items came.
 *
 * @param sha256 the document that holds them, which must have been kept
 * @param format the format in which it was read
 * @param receivedAt when it came
 * @param lane how urgently what it brings is handed on
 */
public record Delivery(
        Source source, String sha256, String format, Instant receivedAt, Lane lane) {}
