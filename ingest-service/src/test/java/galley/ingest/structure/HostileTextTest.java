package galley.ingest.structure;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

/** A megabyte of text takes a moment to read, whatever is in it. */
class HostileTextTest {
    private static final int SIZE = 1_000_000;
    private static final String LEAD =
            "<p>The following articles were first published by Maré and Open Water.</p>";

    /** Generous: a busy machine and a cold program are slower, but not as slow as a square. */
    private static final Duration LIMIT = Duration.ofSeconds(4);

    @Test
    void ordinaryProse() {
        var prose = "<p>It opens at five, when the auction of Osthaven ends. People come.</p>";
        var structure = read(LEAD + fill(prose));
        assertThat(structure.parts()).hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void anythingElse(String body) {
        read(body);
    }

    private static Stream<Arguments> bodies() {
        return Stream.of(
                argumentSet("credits", fill("<p>We reprint below an article from Maré.</p>")),
                argumentSet("a credit without end", "<p>" + fill("first published by ") + "</p>"),
                argumentSet("names", "<p>In this article " + fill("Ana Lobo and ") + "</p>"),
                argumentSet(
                        "publishers",
                        "<p>The following articles are from " + fill("Aa, ") + "</p>"),
                argumentSet(
                        "sentences of names",
                        "<p>" + fill("This article is by Ana, Lobo and Bo, in Maré. ") + "</p>"),
                argumentSet("an open quotation", "<p>first published by “" + fill("Aa ") + "</p>"),
                argumentSet("a word", "<p>In this article for " + "A".repeat(SIZE) + "</p>"),
                argumentSet("brackets", LEAD + "<p>" + fill("[") + "</p>"),
                argumentSet("marks", LEAD + "<p>" + fill("[a yawl] ") + "</p>"),
                argumentSet("full stops", "<p>" + fill(". ") + "</p>"),
                argumentSet("speakers", fill("<p>Aa:</p>")),
                argumentSet("turns in one paragraph", "<p>" + fill("GT: a?<br>") + "</p>"),
                argumentSet("headings", LEAD + fill("<h3>Aa</h3>")),
                argumentSet("credited headings", LEAD + fill("<h3>A</h3><p>Via Maré.</p>")),
                argumentSet(
                        "credits after texts",
                        fill("<p>A.</p><p>This article was first published by Maré.</p>")),
                argumentSet("emphasis", "<p>" + fill("<em>Aa</em> ") + "</p>"),
                argumentSet("bold questions", fill("<p><b>Aa?</b></p><p>a</p>")),
                argumentSet(
                        "links",
                        "<p>" + fill("<a href=\"https://a.example/b\">here</a> ") + "</p>"),
                argumentSet("people", "<ul>" + fill("<li>Aa Bb, cc</li>") + "</ul>"),
                argumentSet(
                        "recordings", fill("<figure data-embed=\"https://a.example/b\"></figure>")),
                argumentSet("datelines", fill("<p>PORTO, May 18 (Lusa) — a</p>")),
                argumentSet("bylines", fill("<p>By Ana Lobo</p>")),
                argumentSet(
                        "an introduction that does not end",
                        "<p>In this article for Maré, Ana Lobo says</p>"
                                + fill("<p>Ana Lobo says</p>")),
                argumentSet(
                        "the same words",
                        "<p>" + "a ".repeat(SIZE / 4) + "</p>" + fill("<p>a a</p>")),
                argumentSet("divs", "<div>".repeat(100) + fill("<p>a</p>") + "</div>".repeat(100)));
    }

    private static String fill(String text) {
        return text.repeat(Math.max(1, SIZE / text.length()));
    }

    /** Within the limit of processor time, since others may use the machine too. */
    private static Structure read(String body) {
        var threads = ManagementFactory.getThreadMXBean();
        long begun = threads.getCurrentThreadCpuTime();
        var structure = StructureReader.read(new Post("A", body, null, false, null));
        var spent = Duration.ofNanos(threads.getCurrentThreadCpuTime() - begun);
        assertThat(spent).isLessThan(LIMIT);
        assertThat(structure.proposals()).hasSizeLessThan(1_000);
        return structure;
    }
}
