package galley.benchmarks.outbox;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** The data of the events: 4 KiB of JSON that compresses like prose. */
final class Payload {
    static final int SIZE = 4096;

    private static final byte[] PROSE = prose();

    private Payload() {}

    static byte[] of(String key, long revision) {
        byte[] data = PROSE.clone();
        byte[] head = head(key, revision);
        System.arraycopy(head, 0, data, 0, head.length);
        return data;
    }

    /** Whether it is, byte for byte, the data of this revision of the key. */
    static boolean matches(byte[] data, String key, long revision) {
        byte[] head = head(key, revision);
        return data.length == SIZE
                && Arrays.equals(data, 0, head.length, head, 0, head.length)
                && Arrays.equals(data, head.length, SIZE, PROSE, head.length, SIZE);
    }

    private static byte[] head(String key, long revision) {
        return "{\"id\": \"%s\", \"revision\": %d, \"body\": \""
                .formatted(key, revision)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] prose() {
        Random random = new Random(1);
        List<String> words =
                random.ints(400, 2, 10)
                        .mapToObj(
                                length ->
                                        random.ints(length, 'a', 'z' + 1)
                                                .mapToObj(Character::toString)
                                                .collect(Collectors.joining()))
                        .toList();
        StringBuilder text = new StringBuilder();
        while (text.length() < SIZE) {
            text.append(words.get(random.nextInt(words.size()))).append(' ');
        }
        text.setLength(SIZE - 2);
        return text.append("\"}").toString().getBytes(StandardCharsets.UTF_8);
    }
}
