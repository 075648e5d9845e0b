package galley.endtoend;

import java.net.http.HttpHeaders;

import com.fasterxml.jackson.databind.JsonNode;

/** What a service answered; {@code json} is a missing node where the body is none. */
record Answer(int status, HttpHeaders headers, String text, JsonNode json) {
    boolean ok() {
        return status >= 200 && status < 300;
    }

    String header(String name) {
        return headers.firstValue(name).orElse(null);
    }
}
