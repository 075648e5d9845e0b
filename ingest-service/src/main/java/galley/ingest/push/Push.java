package galley.ingest.push;

import java.util.Optional;

/**
 * What was sent, and by whom.
 *
 * @param owner the sender's subject
 * @param key the Idempotency-Key, if one was sent
 * @param contentType the header field with its parameters, or null
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier of bytes, never compared
record Push(String owner, Optional<String> key, byte[] body, String contentType) {}
