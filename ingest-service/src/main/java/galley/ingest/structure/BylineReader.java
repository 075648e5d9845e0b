package galley.ingest.structure;

/** Reads a line that names the author and nothing else: {@code By Ana Lobo}. */
final class BylineReader {
    private static final int MAX_LENGTH = 120;
    private static final int MAX_REST = 6;

    private final Vocabulary vocabulary;
    private final PersonNames names;

    BylineReader(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.names = new PersonNames(vocabulary);
    }

    /** The author, or null where the block is no byline. */
    String read(Block block) {
        if (!block.hasWords() || block.text().length() > MAX_LENGTH) {
            return null;
        }
        var line = block.sentences().getFirst();
        boolean begins = line.size() > 1 && vocabulary.has("bylines", line.token(0).lower());
        var person = begins && block.sentences().size() <= 2 ? author(line) : null;
        return person == null ? null : person.values().getFirst();
    }

    /** What follows the name is little, and no part of the same clause. */
    private PhraseMatch.Found author(Sentence line) {
        var person = names.person("author", line, 1);
        boolean endsThere =
                person != null
                        && (person.end() == line.size() || !line.token(person.end()).isWord());
        return endsThere && line.size() - person.end() <= MAX_REST ? person : null;
    }
}
