package galley.ingest.structure;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

import galley.ingest.structure.Credit.Direction;

/** Reads from the sentences of a block, and of those before it, where a text comes from. */
final class CreditReader {
    /** Looking for names takes its time; no post speaks of so many texts. */
    private static final int MAX_READ = 200;

    /** An introduction may name the source first, and say later that the text follows. */
    private static final int MAX_REMEMBERED = 8;

    /** What institutions and speakers say may be published here first. */
    private static final Set<TextKind> OWN = Set.of(TextKind.DOCUMENT, TextKind.SPEECH);

    private final Vocabulary vocabulary;
    private final LocalDate published;
    private final SentenceReader sentences;
    private final Deque<Sentence> remembered = new ArrayDeque<>();
    private int lastCredit = -2;
    private int read;

    CreditReader(Vocabulary vocabulary, LocalDate published) {
        this.vocabulary = vocabulary;
        this.published = published;
        this.sentences = new SentenceReader(vocabulary, published);
    }

    /** What the block says of a text's origin, or null when it says nothing. */
    Credit read(Block block) {
        if (block.isList() || block.isHeading() || block.isQuotation()) {
            return null;
        }
        var slots = new Slots(vocabulary, false, published);
        Credit credit = null;
        Subject subject = null;
        boolean isAlone = true;
        for (var sentence : block.sentences()) {
            if (read >= MAX_READ) {
                break;
            }
            subject = Subject.of(sentence, subject, vocabulary, slots);
            boolean goesOn = credit != null || block.number() == lastCredit + 1;
            var next = subject == null ? null : read(block, sentence, subject, goesOn);
            if (next != null) {
                credit = credit == null ? next : credit.with(next);
                remembered.clear();
            } else if (!isBeside(sentence, slots)) {
                isAlone = false;
                credit = credit == null ? null : credit.goingOn();
                remember(sentence);
            }
        }
        if (credit != null) {
            lastCredit = block.number();
        }
        return credit == null || isAlone ? credit : credit.notAlone();
    }

    /** Whether it only says what often stands beside a credit. */
    private boolean isBeside(Sentence sentence, Slots slots) {
        return !vocabulary.find("related", sentence, slots).isEmpty()
                || !vocabulary.find("biography", sentence, slots).isEmpty();
    }

    private void remember(Sentence sentence) {
        remembered.addFirst(sentence);
        if (remembered.size() > MAX_REMEMBERED) {
            remembered.removeLast();
        }
    }

    private Credit read(Block block, Sentence sentence, Subject subject, boolean goesOn) {
        read++;
        var credit = sentences.read(block, sentence, subject);
        if (credit.hasSource() || (goesOn && !credit.claims().isEmpty())) {
            return credit;
        } else if (subject.direction() != Direction.BELOW) {
            return null;
        }
        boolean isOurOwn = OWN.contains(credit.text()) || credit.claimsAnyOf(Claim.AUTHOR);
        var source = isOurOwn ? null : sourceBefore(block, subject);
        if (source != null) {
            return source.with(credit);
        }
        boolean says =
                isOurOwn
                        || credit.claimsAnyOf(Claim.PERSON, Claim.PUBLISHED_ON)
                        || saysForeign(sentence);
        return says ? credit : null;
    }

    /** The source of a text that follows may have been named before. */
    private Credit sourceBefore(Block block, Subject subject) {
        for (var sentence : remembered) {
            read++;
            var before = sentences.read(block, sentence, subject.goingOn());
            if (before.hasSource()) {
                return before;
            }
        }
        return null;
    }

    /** Whether it says that somebody else has written the text, if not who. */
    private boolean saysForeign(Sentence sentence) {
        var slots = new Slots(vocabulary, false, published);
        return !vocabulary.find("foreign", sentence, slots).isEmpty();
    }
}
