package galley.ingest.structure;

import java.util.ArrayList;
import java.util.List;

/** A post whose matter is an embedded recording, with those who speak in it. */
final class VideoPost {
    private static final int FEW_WORDS = 150;
    private static final int MAX_PARTS = 100;

    private final Clues clues;
    private final List<PartRange> parts = new ArrayList<>();

    private VideoPost(Clues clues) {
        this.clues = clues;
    }

    /** The words that present a recording, or null where this is another sort of post. */
    static String evidence(Clues clues, String headline) {
        boolean isEmbedded = isEmbedded(clues);
        var vocabulary = clues.vocabulary();
        var slots = new Slots(vocabulary, false, null);
        for (var block : clues.blocks()) {
            for (var sentence : block.sentences()) {
                var section = isEmbedded ? "presented" : "embedded";
                var found = vocabulary.find(section, sentence, slots);
                if (!found.isEmpty()) {
                    return found.getFirst().evidence();
                }
            }
        }
        if (!isEmbedded) {
            return null;
        }
        boolean isNamed =
                Token.of(headline).stream()
                        .anyMatch(word -> vocabulary.has("video-headlines", word.lower()));
        return isNamed ? headline : hasFewWords(clues) ? address(clues) : null;
    }

    private static String address(Clues clues) {
        return clues.blocks().stream()
                .flatMap(block -> block.embeds().stream())
                .findFirst()
                .orElseThrow();
    }

    static boolean isEmbedded(Clues clues) {
        return clues.blocks().stream().anyMatch(Block::isRecording);
    }

    private static boolean hasFewWords(Clues clues) {
        return clues.blocks().stream().mapToInt(block -> block.tokens().size()).sum() <= FEW_WORDS;
    }

    /** Its parts: recordings, lists of people, and the words around them. */
    static List<PartRange> parts(Clues clues) {
        var post = new VideoPost(clues);
        post.divide();
        return post.parts;
    }

    private void divide() {
        var people = new People(clues.vocabulary());
        boolean isShown = false;
        int from = 0;
        int at = 0;
        while (at < clues.size() && parts.size() < MAX_PARTS) {
            var list = people.listAt(clues.blocks(), at);
            boolean isRecording = list == null && clues.block(at).isRecording();
            if (list != null || isRecording) {
                addText(from, at, isShown);
                int last = isRecording ? at : list.last();
                add(isRecording ? PartType.MEDIA : PartType.PEOPLE, at, last + 1);
                isShown |= isRecording;
                from = last + 1;
                at = last;
            }
            at++;
        }
        addText(from, clues.size(), isShown);
    }

    private void addText(int from, int to, boolean isShown) {
        add(isShown ? PartType.ORIGINAL : PartType.INTRODUCTION, from, to);
    }

    private void add(PartType type, int from, int to) {
        if (from < to) {
            parts.add(new PartRange(type, from, to - 1));
        }
    }
}
