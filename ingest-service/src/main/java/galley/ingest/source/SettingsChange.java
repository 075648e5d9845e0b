package galley.ingest.source;

import java.net.URI;
import java.time.Duration;

import galley.events.SourceRights;

/** What of a source's settings changes; null stays as it is. */
record SettingsChange(
        String name,
        String format,
        URI url,
        Duration pollEvery,
        Duration fastest,
        Duration slowest,
        Source.State state,
        SourceRights rights,
        Boolean trusted,
        Boolean completeFromPage,
        Boolean webSub,
        CredentialsChange credentials) {

    /** Whether it changes when the source is polled. */
    boolean isAboutPace() {
        return pollEvery != null || fastest != null || slowest != null;
    }

    /** Whether it is of any use to a source that pushes. */
    boolean isOnlyForPolled() {
        return url != null || format != null || credentials != null || isAboutPace();
    }
}
