package galley.ingest.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import galley.ingest.structure.PhraseMatch.Found;

/** Collects what a sentence claims of a text. */
final class Claims {
    /** An address is found beside the words, and may lead to something else. */
    private static final double LESS_SURE = 0.1;

    private static final double NOT_FIRST = 0.02;

    private static final Set<String> NO_AUTHORS =
            Set.of(Claim.PUBLISHER, Claim.TRANSLATION_PUBLISHER, Claim.TRANSLATOR, Claim.PERSON);

    private final TextKind text;
    private final double confidence;
    private final Vocabulary vocabulary;
    private final List<Claim> claims = new ArrayList<>();

    Claims(TextKind text, double confidence, Vocabulary vocabulary) {
        this.text = text;
        this.confidence = confidence;
        this.vocabulary = vocabulary;
    }

    void add(PhraseMatch match) {
        // who has published it first counts more than who has published it
        double sure = match.tellsOfFirst(vocabulary) ? confidence : confidence - NOT_FIRST;
        for (var found : match.found()) {
            var field = field(match, found);
            for (var value : found.values()) {
                add(field, value, match.evidence(), sure);
            }
        }
    }

    /** Who tells something in an interview is the one who is asked there. */
    private String field(PhraseMatch match, Found found) {
        boolean isAsked =
                text == TextKind.INTERVIEW
                        && found.slot().equals("author")
                        && match.tells(vocabulary);
        return isAsked ? Claim.PERSON : Claim.field(found.slot());
    }

    private void add(String field, String value, String evidence, double confidence) {
        boolean isNew = claims.stream().noneMatch(it -> it.isOf(field) && it.value().equals(value));
        if (field != null && isNew) {
            claims.add(new Claim(field, value, evidence, confidence));
        }
    }

    void addExcerpt(PhraseMatch match) {
        add(Claim.EXCERPT, "true", match.evidence(), confidence);
    }

    /** A link to a page, not only to a site, leads to the text as it was first published. */
    void addLink(Sentence sentence) {
        for (int i = 0; i < sentence.size(); i++) {
            var span = sentence.spanAt(i);
            if (span != null && span.leadsToPage()) {
                var words = sentence.inline().at(span);
                add(Claim.URL, span.address(), words, confidence - LESS_SURE);
                return;
            }
        }
    }

    /** Publishers and translators have not written the text, nor has who is interviewed in it. */
    List<Claim> withoutContradictions() {
        return claims.stream().filter(claim -> !isContradicted(claim)).toList();
    }

    private boolean isContradicted(Claim claim) {
        return claim.isOf(Claim.AUTHOR)
                && claims.stream()
                        .filter(other -> NO_AUTHORS.contains(other.what()))
                        .filter(other -> text == TextKind.INTERVIEW || !other.isOf(Claim.PERSON))
                        .anyMatch(other -> other.value().contains(claim.value()));
    }
}
