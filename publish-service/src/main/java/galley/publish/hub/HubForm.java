package galley.publish.hub;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import jakarta.inject.Singleton;

import galley.kit.http.FetchException.RefusedAddress;
import galley.kit.http.SafeHttp;
import galley.kit.problem.Problem;
import galley.kit.problem.Problems;
import galley.publish.hub.HubRequest.Mode;

/** Reads the form by which a subscriber asks (WebSub, section 5.1). */
@Singleton
class HubForm {
    static final Duration USUAL_LEASE = Duration.ofDays(10);
    static final Duration SHORTEST_LEASE = Duration.ofMinutes(1);
    static final Duration LONGEST_LEASE = Duration.ofDays(30);

    /** The standard: less than 200 bytes. */
    private static final int SECRET_LIMIT = 200;

    private static final int LONGEST_TOPIC = 500;
    private static final int LONGEST_CALLBACK = 1_500;

    private final SafeHttp http;

    HubForm(SafeHttp http) {
        this.http = http;
    }

    /**
     * Reads the fields as they came, null where one is absent.
     *
     * @throws Problem 400
     */
    HubRequest read(String mode, String topic, String callback, String secret, String lease) {
        return new HubRequest(
                mode(mode), topic(topic), callback(callback), secret(secret), lease(lease));
    }

    private static Mode mode(String text) {
        return switch (present(text, "hub.mode")) {
            case "subscribe" -> Mode.SUBSCRIBE;
            case "unsubscribe" -> Mode.UNSUBSCRIBE;
            default -> throw Problems.badRequest("hub.mode is subscribe or unsubscribe.");
        };
    }

    private static String topic(String text) {
        if (present(text, "hub.topic").length() > LONGEST_TOPIC) {
            throw Problems.badRequest("hub.topic is longer than " + LONGEST_TOPIC + " characters.");
        }
        return text;
    }

    private URI callback(String text) {
        try {
            URI address = http.check(present(text, "hub.callback"));
            if (address.toString().length() > LONGEST_CALLBACK) {
                throw Problems.badRequest(
                        "hub.callback is longer than " + LONGEST_CALLBACK + " characters.");
            }
            return address;
        } catch (RefusedAddress e) {
            throw Problems.badRequest("hub.callback: " + e.getMessage());
        }
    }

    private static String secret(String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        if (text.getBytes(StandardCharsets.UTF_8).length >= SECRET_LIMIT) {
            throw Problems.badRequest("hub.secret is shorter than 200 bytes.");
        }
        return text;
    }

    /** What is asked for, as far as that goes: the subscriber is told what it got. */
    private static Duration lease(String text) {
        if (text == null || text.isEmpty()) {
            return USUAL_LEASE;
        }
        if (!text.matches("[0-9]{1,15}")) {
            throw Problems.badRequest("hub.lease_seconds is a number of seconds.");
        }
        long seconds =
                Math.clamp(
                        Long.parseLong(text),
                        SHORTEST_LEASE.toSeconds(),
                        LONGEST_LEASE.toSeconds());
        return Duration.ofSeconds(seconds);
    }

    private static String present(String text, String name) {
        if (text == null || text.isEmpty()) {
            throw Problems.badRequest(name + " is missing.");
        }
        if (text.indexOf('\0') >= 0) {
            throw Problems.badRequest(name + " has a character that no address has.");
        }
        return text;
    }
}
