package galley.ingest.source;

import java.net.URI;
import java.time.Duration;

/** What of a source's settings changes; null stays as it is. */
record SettingsChange(
        String name, String format, URI url, Duration pollEvery, Source.State state) {}
