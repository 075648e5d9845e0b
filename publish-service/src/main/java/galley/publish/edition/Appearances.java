package galley.publish.edition;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;

/**
 * Where readers find an article and where they ever found it; kept also of what was withdrawn. What
 * they have not seen is not told: an embargo hides new addresses, too.
 */
@ApplicationScoped
public class Appearances {
    /** Former slugs lead to what is live and to notices, also those of versions never shown. */
    private static final String EVERY =
            """
            select kind, name from edition_past_appearance where article = :id
            union
            select it.kind, it.name
            from edition_article e cross join lateral edition_appearances(e) it
            where e.id = :id and e.state = 'LIVE'
            union
            select 'SLUG', s.slug from edition_slug s join edition_article e on e.id = s.article
            where e.id = :id and (e.state = 'LIVE'
                or e.state = 'KILLED' and (e.shown or e.headline is not null))
            order by kind, name
            """;

    private final Session session;

    Appearances(Session session) {
        this.session = session;
    }

    /** Every appearance of an article, each once; none of one that nobody was shown. */
    public List<Appearance> of(UUID article) {
        return session
                .createNativeQuery(EVERY, Object[].class)
                .setParameter("id", article)
                .getResultList()
                .stream()
                .map(
                        row ->
                                new Appearance(
                                        Appearance.Kind.valueOf((String) row[0]), (String) row[1]))
                .toList();
    }
}
