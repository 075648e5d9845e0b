package galley.ingest.structure;

import java.util.List;

/** Tells role and affiliation apart in what is said of a person. */
final class Descriptions {
    private static final double CONFIDENCE = 0.85;

    private final Vocabulary vocabulary;

    Descriptions(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /**
     * A person with role and affiliation.
     *
     * @param description "botanist, University of Osthaven", "reporter at Maré", one of the two, or
     *     empty
     */
    Claim of(String name, String description, String evidence) {
        var text = description.replaceFirst("[).;,]+$", "").strip();
        int comma = text.indexOf(", ");
        if (comma > 0) {
            return claim(name, text.substring(0, comma), text.substring(comma + 2), evidence);
        }
        var words = Token.of(text);
        for (int i = 1; i + 1 < words.size() && !words.getFirst().isCapitalised(); i++) {
            if (vocabulary.has("affiliated", words.get(i).lower()) && isName(words, i + 1)) {
                var role = text.substring(0, words.get(i - 1).end());
                var affiliation = text.substring(words.get(i + 1).start());
                return claim(name, role, withoutArticle(affiliation), evidence);
            }
        }
        return namesBody(words) ? claim(name, "", text, evidence) : claim(name, text, "", evidence);
    }

    private boolean isName(List<Token> words, int at) {
        return words.get(at).isCapitalised()
                || (vocabulary.has("articles", words.get(at).lower())
                        && at + 1 < words.size()
                        && words.get(at + 1).isCapitalised());
    }

    /** An institution has a name; a role has one only where all nouns are capitalised. */
    private boolean namesBody(List<Token> words) {
        return !words.isEmpty()
                && words.getFirst().isCapitalised()
                && (words.size() > 1 || !vocabulary.has("orthography", "capitalised-nouns"));
    }

    private static String withoutArticle(String name) {
        return name.replaceFirst("^(the|der|die|das|dem|le|la|les) (?=\\p{Lu})", "");
    }

    private static Claim claim(String name, String role, String affiliation, String evidence) {
        var value = new StringBuilder(field(name));
        if (!role.isBlank() || !affiliation.isBlank()) {
            value.append(" | ").append(field(role));
        }
        if (!affiliation.isBlank()) {
            value.append(" | ").append(field(affiliation));
        }
        return new Claim(Claim.PERSON, value.toString(), evidence, CONFIDENCE);
    }

    private static String field(String text) {
        return text.replace('|', '/').strip();
    }
}
