package galley.benchmarks.structure;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
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
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int ROUNDS = 20;
    private static final int WARM_UP = 60;
    private static final int ARTICLE = 4_000;
    private static final int MEGABYTE = 1_000_000;
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
        printTimes(out);
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

    private static void printTimes(PrintStream out) {
        var known = LabelledPosts.all().stream().map(it -> longer(it.post(), ARTICLE)).toList();
        var prose = longer(new Post("A", "", "en", false, null), MEGABYTE);
        var table = new Table("processor time to read", "ms: min / median / max");
        table.add("a post of 4 KB, on the average of all", times(known).show("%.3f"));
        table.add("a megabyte of prose", times(List.of(prose)).show("%.0f"));
        table.print(out);
    }

    /** The post, followed by prose until it is as long as that. */
    private static Post longer(Post post, int length) {
        int missing = Math.max(0, length - post.body().length());
        var body = post.body() + PROSE.repeat(missing / PROSE.length());
        return new Post(post.headline(), body, post.language(), post.partial(), post.published());
    }

    /** Milliseconds of a processor for one post, on their average. */
    private static Spread times(List<Post> posts) {
        var times = new double[ROUNDS];
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            long begun = THREADS.getCurrentThreadCpuTime();
            posts.forEach(StructureReader::read);
            if (round >= 0) {
                double all = THREADS.getCurrentThreadCpuTime() - begun;
                times[round] = all / posts.size() / Duration.ofMillis(1).toNanos();
            }
        }
        return new Spread(times);
    }

    private static String show(double share) {
        return String.format(Locale.ROOT, "%.3f", share);
    }
}
