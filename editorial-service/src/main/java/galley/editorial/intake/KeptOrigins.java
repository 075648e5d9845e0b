package galley.editorial.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.ObjectMapper;

import galley.events.ArticleIngested;
import galley.events.Provenance;

/** Where that came from which sources sent after people had taken an article in hand. */
@ApplicationScoped
public class KeptOrigins {
    private final SourceRevisions revisions;
    private final ObjectMapper json;

    KeptOrigins(SourceRevisions revisions, ObjectMapper json) {
        this.revisions = revisions;
        this.json = json;
    }

    /**
     * The origin of what was kept beside an article.
     *
     * @param at when, as the history tells it
     */
    public Optional<Provenance> of(UUID article, Instant at) {
        // the history cuts off what the database rounds
        return revisions
                .find(
                        "articleId = ?1 and keptAt between ?2 and ?3",
                        article,
                        at,
                        at.plus(1, ChronoUnit.MICROS))
                .firstResultOptional()
                .map(this::origin);
    }

    private Provenance origin(SourceRevision kept) {
        try {
            return ItemReading.provenance(json.readValue(kept.event, ArticleIngested.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
