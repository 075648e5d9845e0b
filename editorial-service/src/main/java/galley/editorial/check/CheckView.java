package galley.editorial.check;

/**
 * A check as clients see it.
 *
 * @param name as findings and settings name it
 * @param looksFor what it looks for, in a sentence
 * @param defaultSeverity how severe it is where no desk says otherwise
 */
public record CheckView(String name, String looksFor, Severity defaultSeverity) {

    static CheckView of(Check check, Settings everywhere) {
        return new CheckView(
                check.name(),
                check.looksFor(),
                everywhere.severities().getOrDefault(check.name(), check.usualSeverity()));
    }
}
