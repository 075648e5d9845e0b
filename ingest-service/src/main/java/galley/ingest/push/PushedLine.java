package galley.ingest.push;

import java.nio.charset.StandardCharsets;

import galley.ingest.format.ReadItem;
import galley.kit.problem.Problem;

/**
 * What was read of a line.
 *
 * @param entry the article, or null
 * @param refusal why there is none, or null
 */
record PushedLine(ReadItem entry, BatchAnswer.Each refusal) {

    static PushedLine read(String line) {
        try {
            return new PushedLine(PushedJson.read(line.getBytes(StandardCharsets.UTF_8)), null);
        } catch (Problem problem) {
            return new PushedLine(null, BatchAnswer.Each.of(problem));
        }
    }
}
