package galley.editorial.check;

import java.util.List;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import galley.events.Part;
import galley.kit.html.SafeHtml;

/** The source gave only a teaser, and nobody has said since that the text is whole. */
@ApplicationScoped
class PartialText implements Check {
    private static final String MESSAGE = "The source gave only a part of this text.";
    private static final Pattern SPACES = Pattern.compile("\\s+");

    @Override
    public String name() {
        return "partial-text";
    }

    @Override
    public String looksFor() {
        return "Texts of which the source gave only the beginning.";
    }

    @Override
    public List<Defect> look(Proof proof) {
        if (!proof.source().partial()) {
            return List.of();
        }
        if (proof.reprints().isEmpty()) {
            return hasMoreWords(proof)
                    ? List.of()
                    : proof.texts().stream()
                            .limit(1)
                            .map(text -> new Defect(text.part(), MESSAGE, null))
                            .toList();
        }
        return proof.reprints().stream()
                .filter(Part.Reprint::excerpt)
                .map(reprint -> new Defect(reprint.id(), "excerpt", MESSAGE, null))
                .toList();
    }

    /** A text of our own is no excerpt: it is whole once somebody has written the rest. */
    private static boolean hasMoreWords(Proof proof) {
        Integer given = proof.source().words();
        int now =
                proof.article().parts().stream()
                        .mapToInt(
                                part ->
                                        part instanceof Part.Original(_, _, var body)
                                                ? words(body)
                                                : 0)
                        .sum();
        return given == null || now > given;
    }

    /** The number of words of HTML; none of null. */
    static int words(String html) {
        String text = html == null ? "" : SafeHtml.toText(html).strip();
        return text.isEmpty() ? 0 : SPACES.split(text).length;
    }
}
