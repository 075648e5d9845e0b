package galley.messaging;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

import org.eclipse.microprofile.config.Config;

/** Which group of consumers reads which topic. */
record Subscription(String group, String topic) {
    private static final Pattern GROUP =
            Pattern.compile("mp\\.messaging\\.incoming\\.(.+)\\.group\\.id");

    /** Those of the service's channels, as they are configured. */
    static List<Subscription> of(Config config) {
        return StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .map(GROUP::matcher)
                .filter(Matcher::matches)
                .map(
                        channel ->
                                new Subscription(
                                        config.getValue(channel.group(), String.class),
                                        config.getValue(
                                                "mp.messaging.incoming.%s.topic"
                                                        .formatted(channel.group(1)),
                                                String.class)))
                .distinct()
                .sorted(Comparator.comparing(Subscription::toString))
                .toList();
    }
}
