package galley.editorial.check;

/**
 * Something that a check found, as severe as the article's desk takes it.
 *
 * @param check the check's name
 * @param severity block or warn
 * @param part the id of the part that it is in, or null for the whole article
 * @param message what is wrong, in a sentence for the staff
 * @param evidence the words or the address that it was told from, or null
 */
public record Finding(
        String check, Severity severity, String part, String message, String evidence) {

    static Finding of(Check check, Severity severity, Defect defect) {
        return new Finding(
                check.name(), severity, defect.part(), defect.message(), defect.evidence());
    }

    boolean blocks() {
        return severity == Severity.BLOCK;
    }
}
