package galley.ingest.push;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.opentelemetry.context.Context;

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
        for (int from = 0; from < lines.size(); from += 2 * BATCH) {
            int to = Math.min(from + 2 * BATCH, lines.size());
            answers.addAll(takeSome(push, lines.subList(from, to)));
        }
        return new BatchAnswer(answers);
    }

    /** What would be refused; nothing is taken in. */
    BatchAnswer check(Push push) {
        return new BatchAnswer(
                lines(push)
                        .map(PushedLine::read)
                        .map(line -> line.entry() == null ? line.refusal() : BatchAnswer.Each.RIGHT)
                        .toList());
    }

    private static Stream<String> lines(Push push) {
        return new String(push.body(), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank());
    }

    private List<BatchAnswer.Each> takeSome(Push push, List<String> lines) {
        var read = lines.parallelStream().map(PushedLine::read).toList();
        var entries = read.stream().map(PushedLine::entry).filter(Objects::nonNull).toList();
        var taken = take(push, entries).iterator();
        return read.stream()
                .map(line -> line.entry() == null ? line.refusal() : taken.next())
                .toList();
    }

    private List<BatchAnswer.Each> take(Push push, List<ReadItem> entries) {
        if (entries.size() <= BATCH) {
            return pushes.takeTogether(push, entries);
        }
        var first = entries.subList(0, BATCH);
        var second = entries.subList(BATCH, entries.size());
        if (areOfDifferentItems(entries)) {
            return takeAtOnce(push, first, second);
        }
        var answers = new ArrayList<>(pushes.takeTogether(push, first));
        answers.addAll(pushes.takeTogether(push, second));
        return answers;
    }

    /** Takes one batch in while the database is still busy with the other. */
    private List<BatchAnswer.Each> takeAtOnce(
            Push push, List<ReadItem> first, List<ReadItem> second) {
        // Or one of them would wait until the other has kept it.
        pushes.keep(push);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var others =
                    threads.submit(Context.current().wrap(() -> pushes.takeTogether(push, second)));
            var answers = new ArrayList<>(pushes.takeTogether(push, first));
            answers.addAll(others.get());
            return answers;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Whether it is all the same which of the entries come in first. */
    private static boolean areOfDifferentItems(List<ReadItem> entries) {
        return areDistinct(entries.stream().map(ReadItem::identity))
                && areDistinct(
                        entries.stream()
                                .map(entry -> entry.content().url())
                                .filter(Objects::nonNull));
    }

    private static boolean areDistinct(Stream<String> names) {
        return names.allMatch(new HashSet<String>()::add);
    }
}
