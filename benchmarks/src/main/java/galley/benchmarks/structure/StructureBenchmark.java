package galley.benchmarks.structure;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

import galley.benchmarks.Benchmark;
import galley.benchmarks.Machine;
import galley.benchmarks.Spread;
import galley.benchmarks.Table;
import galley.ingest.structure.Post;
import galley.ingest.structure.StructureReader;

/** How much of the structure of labelled posts is proposed rightly, and how long it takes. */
public final class StructureBenchmark implements Benchmark {
    private static final int ROUNDS = 20;
    private static final int WARM_UP = 5;
    private static final String PROSE =
            "<p>It opens at five, when the auction of Osthaven ends. People come in boots.</p>";

    @Override
    public void run(PrintStream out) {
        out.println("Structure of posts, on " + Machine.describe());
        out.println();
        printSets(out);
        out.println();
        var all = StructureAccuracy.of(LabelledPosts.all());
        printFields(all, out);
        out.println();
        all.mistakes().forEach(out::println);
        out.println();
        out.println("A megabyte of prose, ms (min / median / max): " + readingTimes().show("%.0f"));
    }

    private static void printSets(PrintStream out) {
        var table =
                new Table(
                        "posts",
                        "number",
                        "publisher: precision",
                        "recall",
                        "boundaries: precision",
                        "recall");
        add("that the rules were made with", LabelledPosts.KNOWN, table);
        for (var file : LabelledPosts.WRITTEN_LATER) {
            add("written later, " + file, List.of(file), table);
        }
        table.print(out);
    }

    private static void add(String name, List<String> files, Table table) {
        var posts = LabelledPosts.of(files);
        var accuracy = StructureAccuracy.of(posts);
        var publisher = accuracy.of(StructureAccuracy.PUBLISHER);
        var boundaries = accuracy.of(StructureAccuracy.PART);
        table.add(
                name,
                String.valueOf(posts.size()),
                show(publisher.precision()),
                show(publisher.recall()),
                show(boundaries.precision()),
                show(boundaries.recall()));
    }

    private static void printFields(StructureAccuracy all, PrintStream out) {
        var table = new Table("field, all posts", "facts", "precision", "recall");
        all.scores()
                .forEach(
                        (field, score) ->
                                table.add(
                                        field,
                                        String.valueOf(score.right() + score.missed()),
                                        show(score.precision()),
                                        show(score.recall())));
        table.print(out);
    }

    private static Spread readingTimes() {
        var post = new Post("A", PROSE.repeat(1_000_000 / PROSE.length()), "en", false, null);
        var times = new double[ROUNDS];
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            long begun = System.nanoTime();
            StructureReader.read(post);
            if (round >= 0) {
                times[round] =
                        (System.nanoTime() - begun) / (double) Duration.ofMillis(1).toNanos();
            }
        }
        return new Spread(times);
    }

    private static String show(double share) {
        return String.format(Locale.ROOT, "%.3f", share);
    }
}
