package galley.editorial.mention;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import galley.kit.problem.Problem;
import galley.kit.problem.Problems;
import galley.operations.staff.Staff;

import static java.util.Comparator.comparingInt;

/**
 * People in texts. Somebody writes {@code @login}; what is kept is {@code @[staff:<pseudonym>]}, so
 * that a person can be erased; what is shown is {@code @Name}.
 */
@ApplicationScoped
public class Mentions {
    /** So that a text asks for no end of people. */
    private static final int MAX = 20;

    /** Not within a word: an address of mail names nobody. */
    private static final Pattern WRITTEN =
            Pattern.compile("(?<![\\p{L}\\p{N}._%+-])@([\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,99})");

    private static final Pattern KEPT =
            Pattern.compile("@\\[(staff:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})]");

    private static final Pattern TRAILING = Pattern.compile("[._-]+$");

    private final Staff staff;

    Mentions(Staff staff) {
        this.staff = staff;
    }

    /**
     * A text as it is kept. Logins that nobody has stay as they stand.
     *
     * @throws Problem 422 when it names too many
     */
    public String keep(String written) {
        Map<String, String> kept = new HashMap<>();
        String text =
                WRITTEN.matcher(written)
                        .replaceAll(found -> Matcher.quoteReplacement(keep(found.group(1), kept)));
        if (in(text).size() > MAX) {
            throw tooMany();
        }
        return text;
    }

    /**
     * Another text for one that is kept, as it is kept: whom that names may stand there by login or
     * as {@link #show} shows them, so that somebody who changes what they were shown loses no one.
     *
     * @throws Problem 422 when it names too many
     */
    public String keep(String written, String present) {
        Map<String, String> names = staff.names(in(present));
        List<String> longestFirst =
                names.keySet().stream()
                        .sorted(
                                comparingInt((String actor) -> names.get(actor).length())
                                        .reversed())
                        .toList();
        String text = written;
        for (String actor : longestFirst) {
            text =
                    naming(names.get(actor))
                            .matcher(text)
                            .replaceAll(Matcher.quoteReplacement(kept(actor)));
        }
        return keep(text);
    }

    /** The name of somebody who is named, and no longer one that begins with it. */
    private static Pattern naming(String name) {
        return Pattern.compile(
                "(?<![\\p{L}\\p{N}._%+-])@" + Pattern.quote(name) + "(?![._-]*[\\p{L}\\p{N}])");
    }

    private String keep(String login, Map<String, String> kept) {
        if (kept.size() == MAX && !kept.containsKey(login)) {
            throw tooMany();
        }
        return kept.computeIfAbsent(login, this::keepOne);
    }

    private String keepOne(String login) {
        String bare = TRAILING.matcher(login).replaceFirst(""); // the end of a sentence, perhaps
        return staff.find(login)
                .map(Mentions::kept)
                .or(() -> staff.find(bare).map(it -> kept(it) + login.substring(bare.length())))
                .orElse("@" + login);
    }

    private static String kept(String actor) {
        return "@[" + actor + "]";
    }

    private static Problem tooMany() {
        return Problems.unprocessable("text", "A text names at most %d people.".formatted(MAX));
    }

    /** Whom a text that was kept names, in their order: {@code staff:<pseudonym>}. */
    public static Set<String> in(String kept) {
        Set<String> actors = new LinkedHashSet<>();
        KEPT.matcher(kept).results().forEach(found -> actors.add(found.group(1)));
        return actors;
    }

    /** Shows a text that was kept; somebody whose name is not known stays a pseudonym. */
    public static Shown show(String kept, Map<String, String> names) {
        String text =
                KEPT.matcher(kept)
                        .replaceAll(found -> Matcher.quoteReplacement(shown(found, names)));
        List<Mention> mentions =
                in(kept).stream().map(actor -> new Mention(actor, names.get(actor))).toList();
        return new Shown(text, mentions);
    }

    private static String shown(MatchResult found, Map<String, String> names) {
        String name = names.get(found.group(1));
        return name == null ? found.group() : "@" + name;
    }
}
