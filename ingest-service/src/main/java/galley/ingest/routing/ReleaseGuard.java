package galley.ingest.routing;

import java.time.Instant;
import java.util.Optional;

import galley.events.ItemContent;
import galley.events.SourceRights;
import galley.ingest.source.Source;

/** Says what an item needs hands for, whatever a rule wants. */
final class ReleaseGuard {
    private ReleaseGuard() {}

    /** Why the item must not go out without hands, in a sentence; empty where it may. */
    static Optional<String> objection(Source source, ItemContent content, Instant at) {
        if (!source.isTrusted()) {
            return Optional.of("The source is not trusted.");
        }
        return rights(source.rights(), at).or(() -> content(content, at));
    }

    private static Optional<String> rights(SourceRights rights, Instant at) {
        if (rights == null) {
            return Optional.empty();
        }
        if (rights.until() != null && !at.isBefore(rights.until())) {
            return Optional.of("The source's rights have expired.");
        }
        return switch (rights.reprint()) {
            case REFUSED -> Optional.of("The source refuses reprints.");
            case ASK -> Optional.of("The source wants to be asked before its texts are reprinted.");
            case ALLOWED -> Optional.empty();
            case null -> Optional.empty();
        };
    }

    private static Optional<String> content(ItemContent content, Instant at) {
        if (!content.pubStatus().equals("usable")) {
            return Optional.of("The source says that it is " + content.pubStatus() + ".");
        }
        if (content.embargoedUntil() != null && at.isBefore(content.embargoedUntil())) {
            return Optional.of("It is under embargo until " + content.embargoedUntil() + ".");
        }
        if (content.expiresAt() != null && !at.isBefore(content.expiresAt())) {
            return Optional.of("It has expired.");
        }
        if (content.headline().isEmpty() || content.body().isEmpty()) {
            return Optional.of("It has no headline, or no text.");
        }
        if (content.partial()) {
            return Optional.of("The text is only a part.");
        }
        return content.duplicateOf() == null
                ? Optional.empty()
                : Optional.of("Another article says the same.");
    }
}
