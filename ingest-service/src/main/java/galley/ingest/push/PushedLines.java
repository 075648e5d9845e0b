package galley.ingest.push;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import galley.ingest.format.ReadItem;
import galley.kit.problem.Problem;

/** Takes in articles of our own JSON, one in each line (NDJSON). */
@ApplicationScoped
class PushedLines {
    /** Few commits, and yet nobody waits long for the locks of one. */
    private static final int BATCH = 100;

    private final Pushes pushes;

    PushedLines(Pushes pushes) {
        this.pushes = pushes;
    }

    /**
     * Takes in what can be; a line that can't keeps none of the others out. Blank lines count for
     * nothing.
     *
     * @throws Problem 403 while the sender's source is paused
     */
    BatchAnswer take(Push push) {
        var lines = lines(push).toList();
        var answers = new ArrayList<BatchAnswer.Each>();
        for (int from = 0; from < lines.size(); from += BATCH) {
            answers.addAll(
                    takeSome(push, lines.subList(from, Math.min(from + BATCH, lines.size()))));
        }
        return new BatchAnswer(answers);
    }

    /** What would be refused; nothing is taken in. */
    BatchAnswer check(Push push) {
        return new BatchAnswer(lines(push).map(PushedLines::check).toList());
    }

    private static BatchAnswer.Each check(String line) {
        try {
            PushedJson.read(line.getBytes(StandardCharsets.UTF_8));
            return BatchAnswer.Each.RIGHT;
        } catch (Problem problem) {
            return BatchAnswer.Each.of(problem);
        }
    }

    private static Stream<String> lines(Push push) {
        return new String(push.body(), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank());
    }

    private List<BatchAnswer.Each> takeSome(Push push, List<String> lines) {
        var answers = new ArrayList<BatchAnswer.Each>();
        Map<Integer, ReadItem> read = new LinkedHashMap<>();
        for (var line : lines) {
            try {
                read.put(answers.size(), PushedJson.read(line.getBytes(StandardCharsets.UTF_8)));
                answers.add(null); // until it is taken in
            } catch (Problem problem) {
                answers.add(BatchAnswer.Each.of(problem));
            }
        }
        pushes.takeTogether(push, read).forEach(answers::set);
        return answers;
    }
}
