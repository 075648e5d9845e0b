package galley.ingest.push;

import java.util.List;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import galley.ingest.format.FormatReader;
import galley.ingest.format.RawDocument;
import galley.ingest.format.Reading;
import galley.ingest.format.UnreadableDocumentException;
import galley.kit.problem.FieldError;
import galley.kit.problem.Problem;

/** Reads an article of our own JSON that nobody waits to hear of, such as a line of an import. */
@ApplicationScoped
class PushedJsonReader implements FormatReader {

    @Override
    public String format() {
        return Pushes.FORMAT;
    }

    /** It is what is JSON and of no other format. */
    @Override
    public boolean recognises(RawDocument document) {
        return false;
    }

    @Override
    public Reading read(RawDocument document) throws UnreadableDocumentException {
        try {
            return new Reading(format(), List.of(PushedJson.read(document.bytes())), true);
        } catch (Problem problem) {
            throw new UnreadableDocumentException(sentences(problem));
        }
    }

    private static String sentences(Problem problem) {
        return problem.body().get("errors") instanceof List<?> errors
                ? errors.stream()
                        .map(FieldError.class::cast)
                        .map(PushedJsonReader::sentence)
                        .collect(Collectors.joining(" "))
                : problem.body().get("title") + ": " + problem.getMessage();
    }

    private static String sentence(FieldError error) {
        return error.field().isEmpty()
                ? error.message()
                : "%s: %s".formatted(error.field(), error.message());
    }
}
