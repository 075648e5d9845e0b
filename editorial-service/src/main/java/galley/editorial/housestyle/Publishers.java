package galley.editorial.housestyle;

import java.net.URI;
import java.text.ListFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import galley.events.Attribution;
import galley.events.Part;

/** Where several texts were first published, each publisher once, in the order of the texts. */
final class Publishers {
    /** Stands for the first publisher while they are listed: no text has characters like these. */
    private static final int FIRST_MARK = Character.toCodePoint('\uDB80', '\uDC00');

    /** The address of each, by its name. */
    private final Map<String, String> addresses = new LinkedHashMap<>();

    private Publishers() {}

    /** Those of at least two reprints; empty where that of one is unknown. */
    static Optional<Publishers> of(List<Part.Reprint> reprints) {
        Publishers publishers = new Publishers();
        boolean known =
                reprints.stream()
                        .map(Part.Reprint::attribution)
                        .allMatch(
                                attribution -> attribution != null && publishers.add(attribution));
        return known && reprints.size() > 1 ? Optional.of(publishers) : Optional.empty();
    }

    private boolean add(Attribution attribution) {
        String name =
                attribution.publisher() == null ? host(attribution.url()) : attribution.publisher();
        if (name != null) {
            addresses.putIfAbsent(name, attribution.url());
        }
        return name != null;
    }

    /** The host of an address; null of none. */
    static String host(String address) {
        return address == null ? null : URI.create(address).getHost();
    }

    /** Lists them as a language lists things, each leading to what it published. */
    void writeTo(LinkedText text, Locale locale) {
        List<String> names = List.copyOf(addresses.keySet());
        List<String> marks =
                IntStream.range(0, names.size())
                        .mapToObj(i -> Character.toString(FIRST_MARK + i))
                        .toList();
        ListFormat.getInstance(locale, ListFormat.Type.STANDARD, ListFormat.Style.FULL)
                .format(marks)
                .codePoints()
                .forEach(
                        point -> {
                            if (point < FIRST_MARK) {
                                text.add(Character.toString(point));
                            } else {
                                String name = names.get(point - FIRST_MARK);
                                text.add(name, addresses.get(name));
                            }
                        });
    }
}
