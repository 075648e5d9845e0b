package galley.ingest.structure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import galley.ingest.structure.Credit.Direction;

/** Reads from a sentence what it says of the text that it speaks of. */
final class SentenceReader {
    /** More words than these after what was understood say something of another kind. */
    private static final int MAX_REST = 3;

    private final Vocabulary vocabulary;
    private final LocalDate published;

    SentenceReader(Vocabulary vocabulary, LocalDate published) {
        this.vocabulary = vocabulary;
        this.published = published;
    }

    /** What the sentence says, which may be nothing. */
    Credit read(Block block, Sentence sentence, Subject subject) {
        var slots = new Slots(vocabulary, subject.many(), published);
        var translations = vocabulary.find("translation", sentence, slots);
        var sources = sources(sentence, slots, subject, translations);
        var authors = vocabulary.find("author", sentence, slots);
        var people = vocabulary.find("person", sentence, slots);
        var excerpts = vocabulary.find("excerpt", sentence, slots);
        var matches = new ArrayList<>(subject.matches());
        Stream.of(translations, sources, authors, people, excerpts).forEach(matches::addAll);
        var text = TextKind.of(matches, vocabulary);
        boolean isDocument =
                text == TextKind.ARTICLE
                        && sources.isEmpty()
                        && authors.isEmpty()
                        && !vocabulary.find("document", sentence, slots).isEmpty();

        var claims = new Claims(text, subject.confidence(), vocabulary);
        Stream.of(sources, translations, authors, people)
                .flatMap(List::stream)
                .forEach(claims::add);
        excerpts.stream().limit(1).forEach(claims::addExcerpt);
        if (vocabulary.find("related", sentence, slots).isEmpty()) {
            claims.addLink(sentence);
        }
        matches.addAll(vocabulary.find("filler", sentence, slots));
        boolean launches =
                sentence.isLast()
                        && (authors.isEmpty() || !tells(sentence))
                        && endsWith(sentence, matches);
        return new Credit(
                block.number(),
                subject.direction(),
                subject.many(),
                isDocument ? TextKind.DOCUMENT : text,
                subject.isFirm(),
                launches,
                launches,
                sentence.text(),
                claims.withoutContradictions());
    }

    /** Who published the text; who has issued a text that follows has published it. */
    private List<PhraseMatch> sources(
            Sentence sentence, Slots slots, Subject subject, List<PhraseMatch> translations) {
        var sources =
                vocabulary.find("credit", sentence, slots).stream()
                        .filter(match -> translations.stream().noneMatch(match::overlaps))
                        .toList();
        return sources.isEmpty() && subject.direction() == Direction.BELOW
                ? vocabulary.find("issuer", sentence, slots)
                : sources;
    }

    /** Whether a verb tells what an author says: the editors may then say more of it. */
    private boolean tells(Sentence sentence) {
        for (int i = 1; i < sentence.size(); i++) {
            var word = sentence.token(i).lower();
            // "reports" is a noun, too, but hardly after a name
            boolean isVerb =
                    !vocabulary.has("text", word)
                            || (i > 1 && sentence.token(i - 1).isCapitalised());
            if (isVerb && vocabulary.has("reports", word)) {
                return true;
            }
        }
        return false;
    }

    /** Whether hardly a word follows those that were understood. */
    private static boolean endsWith(Sentence sentence, List<PhraseMatch> matches) {
        int end = matches.stream().mapToInt(PhraseMatch::end).max().orElse(0);
        long rest =
                sentence.tokens().subList(end, sentence.size()).stream()
                        .filter(Token::isWord)
                        .count();
        return rest <= MAX_REST || sentence.token(sentence.size() - 1).is(":");
    }
}
