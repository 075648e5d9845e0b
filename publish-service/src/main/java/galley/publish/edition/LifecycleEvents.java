package galley.publish.edition;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;

import galley.events.ArticleKilled;
import galley.events.ArticleReinstated;
import galley.events.ArticleReleased;
import galley.events.ArticleWithheld;
import galley.events.LifecycleEvent;
import galley.messaging.IncomingEvent;
import galley.messaging.UnreadableEventException;
import galley.publish.text.LegalText;

/** Reads the events that change the edition. */
@Singleton
class LifecycleEvents {
    /** The others only tell how review goes on. */
    private static final Set<Class<? extends LifecycleEvent>> FOR_READERS =
            Set.of(
                    ArticleReleased.class,
                    ArticleKilled.class,
                    ArticleWithheld.class,
                    ArticleReinstated.class);

    private final ObjectMapper json;

    LifecycleEvents(ObjectMapper json) {
        this.json =
                json.copy()
                        .registerModule(
                                new SimpleModule()
                                        .addDeserializer(String.class, new LegalTextReader()));
    }

    /**
     * Reads an event.
     *
     * @return empty for one that says nothing about the edition
     * @throws UnreadableEventException for a type that is not known, which may well concern
     *     readers, and for content that breaks the contract
     */
    Optional<LifecycleEvent> read(IncomingEvent event) throws UnreadableEventException {
        var type = LifecycleEvent.TYPES.get(event.type());
        if (type == null) {
            throw new UnreadableEventException("Unknown type " + event.type());
        }
        if (!FOR_READERS.contains(type)) {
            return Optional.empty();
        }
        try {
            return Optional.of(checked(json.readValue(event.data(), type)));
        } catch (IOException e) {
            throw new UnreadableEventException("No " + event.type() + ": " + e.getMessage(), e);
        }
    }

    private static LifecycleEvent checked(LifecycleEvent event) throws UnreadableEventException {
        var article = event == null ? null : event.article();
        if (article == null || article.id() == null || event.decision() == null) {
            throw new UnreadableEventException("Without its article or its decision");
        }
        if (article.version() < 1 || article.slug() == null || article.slug().isBlank()) {
            throw new UnreadableEventException(
                    "A version that was released has a number and a slug");
        }
        return event;
    }

    /**
     * What JSON can escape, but neither PostgreSQL nor a feed can hold, is left out at the door.
     */
    private static final class LegalTextReader extends StringDeserializer {
        private static final long serialVersionUID = 1L;

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context)
                throws IOException {
            return LegalText.of(super.deserialize(parser, context));
        }
    }
}
