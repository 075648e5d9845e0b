package galley.ingest.structure;

import java.time.LocalDate;

/** Reads from the sentences of a block where a text comes from. */
final class CreditReader {
    /** Looking for names takes its time; no post speaks of so many texts. */
    private static final int MAX_READ = 200;

    private final Vocabulary vocabulary;
    private final LocalDate published;
    private final SentenceReader sentences;
    private int read;

    CreditReader(Vocabulary vocabulary, LocalDate published) {
        this.vocabulary = vocabulary;
        this.published = published;
        this.sentences = new SentenceReader(vocabulary, published);
    }

    /** What the block says of a text's origin, or null when it says nothing. */
    Credit read(Block block) {
        if (block.isList() || block.isHeading() || read >= MAX_READ) {
            return null;
        }
        var slots = new Slots(vocabulary, false, published);
        Credit credit = null;
        Subject subject = null;
        boolean isAlone = true;
        for (var sentence : block.sentences()) {
            subject = Subject.of(sentence, subject, vocabulary, slots);
            var next = subject == null ? null : read(block, sentence, subject, credit != null);
            if (next != null) {
                credit = credit == null ? next : credit.with(next);
            } else if (vocabulary.find("related", sentence, slots).isEmpty()) {
                isAlone = false;
                credit = credit == null ? null : credit.goingOn();
            }
        }
        return credit == null || isAlone ? credit : credit.notAlone();
    }

    private Credit read(Block block, Sentence sentence, Subject subject, boolean goesOn) {
        read++;
        return sentences.read(block, sentence, subject, goesOn);
    }
}
