package galley.events;

import java.time.Instant;

/** What a released change said to the public: which version it made, and what was wrong. */
public record Correction(int version, Instant at, String note) {}
