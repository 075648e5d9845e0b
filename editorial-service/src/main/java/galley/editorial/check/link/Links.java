package galley.editorial.check.link;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import galley.kit.sql.NativeQueries;

/** What is known of addresses, and whose turn it is to be fetched. */
@ApplicationScoped
class Links implements PanacheRepositoryBase<StoredLink, String> {
    private static final int MOST_NEW = 500;

    /**
     * Of the articles that people have in hand alone: an archive that comes in must not send us to
     * every server that it ever linked to. What is known already is looked at again in time; only
     * where it was found broken somebody may just have mended it.
     */
    private static final String NOTE =
            """
            with fresh as (
                select article_id, address, server from article_link
                where in_hand and not noted limit :max for update skip locked
            ), marked as (
                update article_link l set noted = true from fresh f
                where l.article_id = f.article_id and l.address = f.address
            ), servers as (
                insert into link_server (server, next_at)
                select distinct server, cast(:now as timestamptz) from fresh order by server
                on conflict do nothing
            )
            insert into link as known
                (address, server, head_refused, failures, broken, next_check_at)
            select address, min(server), false, 0, false, cast(:now as timestamptz)
            from fresh group by address order by address
            on conflict (address) do update
            set next_check_at = least(known.next_check_at, excluded.next_check_at)
            where known.checked_at is null or known.broken
            """;

    /** One link of each server that may be asked. */
    private static final String TAKE =
            """
            with turn as (
                select s.server, due.address, due.head_refused
                from link_server s cross join lateral (
                    select l.address, l.head_refused, l.next_check_at from link l
                    where l.server = s.server and l.next_check_at <= :now
                    order by l.next_check_at limit 1) due
                where s.next_at <= :now
                order by due.next_check_at limit :max
                for update of s skip locked
            ), taken as (
                update link_server s set next_at = :leaseEnd from turn
                where s.server = turn.server
            )
            select address, server, head_refused from turn
            """;

    private static final String GIVE_BACK =
            "update link_server set next_at = :next where server = :server";

    private static final String IS_AWAITED =
            """
            select exists (
                select from article_link l join article a on a.id = l.article_id
                where l.address = :address and l.in_hand and a.publication <> 'KILLED'
                and a.workflow not in ('RELEASED', 'REJECTED', 'SPIKED'))
            """;

    private final Clock clock;
    private final LinkConfig config;

    Links(Clock clock, LinkConfig config) {
        this.clock = clock;
        this.config = config;
    }

    /** Puts the addresses of newly written contents into the queue. */
    @Transactional
    void noteNew() {
        getSession()
                .createNativeMutationQuery(NOTE)
                .setParameter("max", MOST_NEW)
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    /**
     * Begins what is due, of each server one; until {@link #end} nobody else asks that server.
     *
     * @param max how many at most
     */
    @Transactional
    List<DueLink> beginDue(int max) {
        Instant now = clock.instant();
        return getSession()
                .createNativeQuery(TAKE, Object[].class)
                .setParameter("now", now)
                .setParameter("leaseEnd", now.plus(config.lease()))
                .setParameter("max", max)
                .list()
                .stream()
                .map(row -> new DueLink((String) row[0], (String) row[1], (Boolean) row[2]))
                .toList();
    }

    /** Keeps what was found out, as long as an article waits for it, and lets its server rest. */
    @Transactional
    void end(DueLink due, LinkResult result) {
        Instant now = clock.instant();
        StoredLink link = findById(due.address(), LockModeType.PESSIMISTIC_WRITE);
        if (link != null && isAwaited(due.address())) {
            link.tell(result, now, config);
        } else if (link != null) {
            delete(link);
        }
        getSession()
                .createNativeMutationQuery(GIVE_BACK)
                .setParameter("server", due.server())
                .setParameter("next", now.plus(config.serverPause()))
                .executeUpdate();
    }

    /** What is known of addresses; nothing of those that nobody waited for. */
    Map<String, StoredLink> known(Collection<String> addresses) {
        return addresses.isEmpty()
                ? Map.of()
                : list("address in ?1", addresses).stream()
                        .collect(Collectors.toMap(link -> link.address, Function.identity()));
    }

    private boolean isAwaited(String address) {
        return NativeQueries.values(getSession(), IS_AWAITED, Boolean.class)
                .setParameter("address", address)
                .getSingleResult();
    }
}
