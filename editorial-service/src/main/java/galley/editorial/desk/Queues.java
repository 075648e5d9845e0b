package galley.editorial.desk;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import org.hibernate.Session;

import galley.events.WireName;
import galley.operations.staff.Staff;

/** Reads what waits to be dealt with: by desk, and by who has it in hand. */
@ApplicationScoped
class Queues {
    private static final String OPEN =
            """
            select desk, assignee, workflow, count(*) as articles,
                count(*) filter (where due_at < :now) as overdue,
                min(due_at) filter (where due_at >= :now) as next_due
            from article
            where workflow not in ('RELEASED', 'REJECTED', 'SPIKED') and publication <> 'KILLED'
            """;

    private static final String BY_DESK_PERSON_AND_STATE = " group by desk, assignee, workflow";

    private final Session database;
    private final Staff staff;
    private final Clock clock;

    Queues(Session database, Staff staff, Clock clock) {
        this.database = database;
        this.staff = staff;
        this.clock = clock;
    }

    /** What waits in each desk, by its name; a desk where nothing waits is missing. */
    @Transactional(TxType.MANDATORY)
    Map<String, Queue> byDesk() {
        return by(Heap::desk, heaps(null)).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, desk -> queue(desk.getValue())));
    }

    /** What waits in one desk. */
    @Transactional(TxType.MANDATORY)
    Queue of(String desk) {
        return queue(heaps(desk));
    }

    /**
     * Who has what in hand, whoever has most first; what nobody has comes last.
     *
     * @param desk of this desk's articles only; null for all
     */
    @Transactional(TxType.MANDATORY)
    List<Load> loads(String desk) {
        List<Heap> heaps = heaps(desk);
        Map<String, List<Heap>> byPerson = by(Heap::assignee, heaps);
        Map<String, String> names = staff.names(byPerson.keySet());
        var loads =
                byPerson.entrySet().stream()
                        .map(one -> load(one.getKey(), names.get(one.getKey()), one.getValue()))
                        .sorted((a, b) -> Long.compare(b.open(), a.open()))
                        .collect(Collectors.toList());
        List<Heap> nobodys = heaps.stream().filter(heap -> heap.assignee() == null).toList();
        if (!nobodys.isEmpty()) {
            loads.add(load(null, null, nobodys));
        }
        return List.copyOf(loads);
    }

    private static Map<String, List<Heap>> by(Function<Heap, String> key, List<Heap> heaps) {
        return heaps.stream()
                .filter(heap -> key.apply(heap) != null)
                .collect(Collectors.groupingBy(key, TreeMap::new, Collectors.toList()));
    }

    private static Queue queue(List<Heap> heaps) {
        long unassigned =
                heaps.stream()
                        .filter(heap -> heap.assignee() == null)
                        .mapToLong(Heap::articles)
                        .sum();
        return new Queue(states(heaps), unassigned, overdue(heaps));
    }

    private static Load load(String person, String name, List<Heap> heaps) {
        Instant nextDueAt =
                heaps.stream()
                        .map(Heap::nextDueAt)
                        .filter(Objects::nonNull)
                        .min(Instant::compareTo)
                        .orElse(null);
        long open = heaps.stream().mapToLong(Heap::articles).sum();
        return new Load(person, name, open, states(heaps), overdue(heaps), nextDueAt);
    }

    private static Map<String, Long> states(List<Heap> heaps) {
        Map<String, Long> states = new HashMap<>();
        heaps.forEach(heap -> states.merge(heap.state(), heap.articles(), Long::sum));
        return states;
    }

    private static long overdue(List<Heap> heaps) {
        return heaps.stream().mapToLong(Heap::overdue).sum();
    }

    private List<Heap> heaps(String desk) {
        String query = OPEN + (desk == null ? "" : " and desk = :desk") + BY_DESK_PERSON_AND_STATE;
        var heaps =
                database.createNativeQuery(query, Tuple.class).setParameter("now", clock.instant());
        if (desk != null) {
            heaps.setParameter("desk", desk);
        }
        return heaps.getResultList().stream().map(Queues::heap).toList();
    }

    private static Heap heap(Tuple row) {
        return new Heap(
                row.get("desk", String.class),
                row.get("assignee", String.class),
                WireName.of(row.get("workflow", String.class)),
                row.get("articles", Number.class).longValue(),
                row.get("overdue", Number.class).longValue(),
                row.get("next_due", Instant.class));
    }

    /** Articles of one desk and state in one person's hands. */
    private record Heap(
            String desk,
            String assignee,
            String state,
            long articles,
            long overdue,
            Instant nextDueAt) {}
}
