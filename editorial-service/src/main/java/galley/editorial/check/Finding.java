package galley.editorial.check;

import java.util.List;
import java.util.stream.IntStream;

import galley.events.Part;

/**
 * Something that a check found, as severe as the article's desk takes it.
 *
 * @param check the check's name
 * @param severity block or warn
 * @param part the id of the part that it is in, or null for the whole article
 * @param field where in the article it is, written as a refused save names fields: {@code
 *     parts[1].attribution.publisher}; null where it is in no single field
 * @param message what is wrong, in a sentence for the staff
 * @param evidence the words or the address that it was told from, or null
 */
public record Finding(
        String check,
        Severity severity,
        String part,
        String field,
        String message,
        String evidence) {

    /**
     * What a check found.
     *
     * @param parts those of the article, by whose numbers fields are named
     */
    static Finding of(Check check, Severity severity, Defect defect, List<Part> parts) {
        return new Finding(
                check.name(),
                severity,
                defect.part(),
                field(defect, parts),
                defect.message(),
                defect.evidence());
    }

    private static String field(Defect defect, List<Part> parts) {
        if (defect.part() == null || defect.field() == null) {
            return defect.field();
        }
        int number =
                IntStream.range(0, parts.size())
                        .filter(i -> defect.part().equals(parts.get(i).id()))
                        .findFirst()
                        .orElseThrow();
        return "parts[%d].%s".formatted(number, defect.field());
    }

    boolean blocks() {
        return severity == Severity.BLOCK;
    }
}
