package galley.benchmarks.structure;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import galley.ingest.structure.StructureReader;
import galley.kit.html.Blocks;
import galley.kit.html.SafeHtml;

import static org.assertj.core.api.Assertions.assertThat;

/** What is proposed for posts must not get worse. */
class StructureAccuracyTest {

    @ParameterizedTest
    @MethodSource("sets")
    void publishersAndBoundariesAreProposedRightlyAndHardlyOneIsMissed(List<String> files) {
        var accuracy = StructureAccuracy.of(LabelledPosts.of(files));
        for (var field : List.of(StructureAccuracy.PUBLISHER, StructureAccuracy.PART)) {
            assertThat(accuracy.of(field).precision()).as(field).isGreaterThan(0.95);
            assertThat(accuracy.of(field).recall()).as(field).isGreaterThan(0.9);
        }
    }

    private static Stream<List<String>> sets() {
        return Stream.concat(
                Stream.of(LabelledPosts.KNOWN), LabelledPosts.WRITTEN_LATER.stream().map(List::of));
    }

    @Test
    void soAreTheOtherFields() {
        var accuracy = StructureAccuracy.of(LabelledPosts.all());
        assertThat(accuracy.scores()).hasSizeGreaterThan(18);
        accuracy.scores()
                .forEach(
                        (field, score) -> {
                            assertThat(score.precision()).as(field).isGreaterThan(0.9);
                            assertThat(score.recall()).as(field).isGreaterThan(0.8);
                        });
    }

    @Test
    void whateverIsProposedThePartsAreTheWholeTextInItsOrder() {
        for (var labelled : LabelledPosts.all()) {
            var body = labelled.post().body();
            var blocks = Blocks.of(body).children();
            var parts = StructureReader.read(labelled.post()).parts();
            var together =
                    parts.stream()
                            .flatMap(part -> blocks.subList(part.first(), part.last() + 1).stream())
                            .map(Element::outerHtml)
                            .collect(Collectors.joining());
            assertThat(SafeHtml.toText(together)).isEqualTo(SafeHtml.toText(body));
        }
    }

    @Test
    void thereAreEnoughPostsToSayAnything() {
        var posts = LabelledPosts.all();
        assertThat(posts).hasSizeGreaterThan(150);
        assertThat(posts).extracting(it -> it.post().headline()).doesNotHaveDuplicates();
        assertThat(posts.stream().filter(StructureAccuracyTest::isOriginal)).hasSizeGreaterThan(25);
        for (var language : List.of("de", "fr")) {
            assertThat(posts.stream().filter(it -> it.post().language().startsWith(language)))
                    .hasSizeGreaterThan(25);
        }
    }

    private static boolean isOriginal(LabelledPost post) {
        return post.facts().contains(new Fact("kind", null, "original"));
    }

    @Test
    void aWrongBoundaryCountsAsWrongAndAsMissed() {
        var post =
                LabelledPostReader.read(
                        """
                        A headline
                        language: en
                        published: 2026-05-20
                        kind: reprint
                        --- introduction
                        <p>The following article was first published by Maré.</p>
                        <p>It is long.</p>
                        --- reprint
                        publisher: Maré
                        <p>The ferry sails.</p>
                        """);
        var accuracy = StructureAccuracy.of(List.of(post));
        assertThat(accuracy.of(StructureAccuracy.PART)).isEqualTo(new Score(0, 2, 2));
        assertThat(accuracy.of(StructureAccuracy.PUBLISHER)).isEqualTo(new Score(1, 0, 0));
        assertThat(accuracy.of(StructureAccuracy.PART).precision()).isZero();
        assertThat(accuracy.mistakes()).hasSize(4);
    }

    @Test
    void aPostIsReadWithAllItsFacts() {
        var post =
                LabelledPostReader.read(
                        """
                        A headline
                        language: en
                        published: 2026-05-20
                        partial: true
                        kind: interview
                        --- introduction
                        <p>One.</p>
                        --- reprint
                        dateline: KELL | 2026-05-18 |  | KELL, May 18 —
                        Q[GT] A[Field] <p>GT: Why?<br>Field: So.</p>
                        ^^^
                        <p>More</p>
                        """);
        assertThat(post.post().partial()).isTrue();
        assertThat(post.facts())
                .isEqualTo(
                        Set.of(
                                new Fact("kind", null, "interview"),
                                new Fact("part", 0, "introduction:0-0"),
                                new Fact("part", 1, "reprint:1-2"),
                                new Fact("dateline.place", 1, "KELL"),
                                new Fact("dateline.date", 1, "2026-05-18"),
                                new Fact("dateline.text", 1, "KELL, May 18 —"),
                                new Fact("turn", 1, "question:1:GT"),
                                new Fact("turn", 1, "answer:1:Field"),
                                new Fact("teaserBreak", 1, "1")));
    }
}
