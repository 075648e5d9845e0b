package galley.messaging;

/** Text from outside, as PostgreSQL can hold it: the one character that it can't is replaced. */
final class StorableText {
    private StorableText() {}

    static String of(String text) {
        return text == null ? null : text.replace('\0', '\uFFFD');
    }
}
