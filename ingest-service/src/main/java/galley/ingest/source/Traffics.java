package galley.ingest.source;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;

import org.hibernate.Session;

/** Reads from the items how busy sources are. */
@ApplicationScoped
class Traffics {
    /**
     * Usual is what 19 of 20 pauses between its last hundred deliveries were no longer than; three
     * times that, but not the pause of an hour, is unusual. Fewer than five deliveries tell
     * nothing.
     */
    private static final String OF_SOURCES =
            """
            select s.id, d.last_at,
                week.items / greatest(1, least(7, extract(epoch from now() - s.created_at) / 86400))
                    as a_day,
                coalesce(d.deliveries >= 5
                    and now() - d.last_at > greatest(3 * d.usual, interval '1 hour'), false)
                    as silent
            from source s
            cross join lateral (
                select count(*) as items from item i
                where i.source_id = s.id and i.first_seen > now() - interval '7 days') week
            cross join lateral (
                select max(at) as last_at, count(*) as deliveries,
                    percentile_disc(0.95) within group (order by pause) as usual
                from (select at, at - lag(at) over (order by at) as pause
                    from (select distinct first_seen as at from item i
                        where i.source_id = s.id order by at desc limit 100) latest) pauses) d
            where s.id in (:sources)
            """;

    private final Session session;

    Traffics(Session session) {
        this.session = session;
    }

    /** The traffic of each of these sources, which must exist. */
    Map<UUID, Traffic> of(Collection<Source> sources) {
        if (sources.isEmpty()) {
            return Map.of();
        }
        return session
                .createNativeQuery(OF_SOURCES, Tuple.class)
                .setParameter("sources", sources.stream().map(Source::id).toList())
                .stream()
                .collect(Collectors.toMap(row -> row.get(0, UUID.class), Traffics::traffic));
    }

    private static Traffic traffic(Tuple row) {
        return new Traffic(
                row.get(1, Instant.class),
                row.get(2, Number.class).doubleValue(),
                row.get(3, Boolean.class));
    }
}
