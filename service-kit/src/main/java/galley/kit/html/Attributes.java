package galley.kit.html;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jsoup.nodes.Element;

/** Copies the attributes that are safe and mean something without the source's styles. */
final class Attributes {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,5}");
    private static final Pattern LANGUAGE =
            Pattern.compile("[A-Za-z0-9]{1,8}(-[A-Za-z0-9]{1,8}){0,9}");
    private static final Pattern TIME = Pattern.compile("[-+:.0-9TWPYMDHSZ ]{1,40}");
    private static final Pattern LIST_TYPE = Pattern.compile("[1aAiI]");
    private static final Pattern DIRECTION = Pattern.compile("ltr|rtl|auto");
    private static final Pattern SCOPE = Pattern.compile("row|col|rowgroup|colgroup");
    private static final Pattern ANYTHING = Pattern.compile("(?s).*");
    private static final Pattern PRESENCE = Pattern.compile("");

    private static final Map<String, Pattern> EVERYWHERE =
            Map.of("lang", LANGUAGE, "dir", DIRECTION, "title", ANYTHING);

    private static final Map<String, Map<String, Pattern>> BY_ELEMENT =
            Map.ofEntries(
                    Map.entry("a", Map.of("hreflang", LANGUAGE)),
                    Map.entry("img", Map.of("alt", ANYTHING, "width", NUMBER, "height", NUMBER)),
                    Map.entry("td", Map.of("colspan", NUMBER, "rowspan", NUMBER)),
                    Map.entry("th", Map.of("colspan", NUMBER, "rowspan", NUMBER, "scope", SCOPE)),
                    Map.entry(
                            "ol", Map.of("start", NUMBER, "type", LIST_TYPE, "reversed", PRESENCE)),
                    Map.entry("li", Map.of("value", NUMBER)),
                    Map.entry("time", Map.of("datetime", TIME)),
                    Map.entry("del", Map.of("datetime", TIME)),
                    Map.entry("ins", Map.of("datetime", TIME)));

    private static final Set<String> QUOTATIONS = Set.of("blockquote", "q", "del", "ins");
    private static final Set<String> LINK_RELATIONS =
            Set.of("nofollow", "noopener", "noreferrer", "sponsored", "ugc");

    private Attributes() {}

    /** Copies what is allowed to stand on an element of the target's name. */
    static void copy(Element source, Element target, String base) {
        var own = BY_ELEMENT.getOrDefault(target.normalName(), Map.of());
        for (var attribute : source.attributes()) {
            var name = attribute.getKey().toLowerCase(Locale.ROOT);
            var rule = own.getOrDefault(name, EVERYWHERE.get(name));
            if (rule != null && rule.matcher(attribute.getValue()).matches()) {
                target.attr(name, attribute.getValue());
            }
        }
        if (!target.hasAttr("lang") && LANGUAGE.matcher(source.attr("xml:lang")).matches()) {
            target.attr("lang", source.attr("xml:lang"));
        }
        if (QUOTATIONS.contains(target.normalName())) {
            SafeAddress.ofWeb(source.attr("cite"), base)
                    .ifPresent(cite -> target.attr("cite", cite));
        }
        if (target.nameIs("a")) {
            copyRelations(source, target);
        }
    }

    private static void copyRelations(Element source, Element target) {
        var kept =
                Stream.of(source.attr("rel").toLowerCase(Locale.ROOT).split("\\s+"))
                        .filter(LINK_RELATIONS::contains)
                        .distinct()
                        .collect(Collectors.joining(" "));
        if (!kept.isEmpty()) {
            target.attr("rel", kept);
        }
    }
}
