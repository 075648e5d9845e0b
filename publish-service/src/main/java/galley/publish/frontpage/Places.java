package galley.publish.frontpage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

import galley.events.Arrangement;
import galley.events.Pin;

/** Which article stands at which place. */
final class Places {
    private Places() {}

    /** Every article that an arrangement names, in effect or not. */
    static Set<UUID> named(Arrangement arrangement) {
        Set<UUID> named = new HashSet<>(arrangement.order());
        arrangement.pins().forEach(pin -> named.add(pin.article()));
        return named;
    }

    /**
     * Fills a page: pins in effect keep their positions, the places between are taken by the order
     * and then by the newest. Where there are too few articles for a pin's position, it stands
     * after the last.
     *
     * @param live those of the {@linkplain #named named} articles that are live
     * @param newest live articles, newest first, enough of them to fill the page
     * @return no more than the page's size, none twice
     */
    static List<UUID> fill(
            Arrangement arrangement, Set<UUID> live, List<UUID> newest, Instant now) {
        Map<Integer, UUID> pinned = pinned(arrangement, live, now);
        Set<UUID> others = new LinkedHashSet<>();
        Stream.concat(arrangement.order().stream().filter(live::contains), newest.stream())
                .forEach(others::add);
        others.removeAll(pinned.values());
        Iterator<UUID> next = others.iterator();
        List<UUID> places = new ArrayList<>();
        for (int position = 1; position <= arrangement.size(); position++) {
            UUID here = pinned.get(position);
            if (here != null) {
                places.add(here);
            } else if (next.hasNext()) {
                places.add(next.next());
            }
        }
        return places;
    }

    private static Map<Integer, UUID> pinned(Arrangement arrangement, Set<UUID> live, Instant now) {
        Map<Integer, UUID> pinned = new TreeMap<>();
        for (Pin pin : arrangement.pins()) {
            boolean inEffect = pin.until() == null || pin.until().isAfter(now);
            if (inEffect && live.contains(pin.article())) {
                pinned.put(pin.position(), pin.article());
            }
        }
        return pinned;
    }
}
