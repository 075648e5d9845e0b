package galley.publish.apikey;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;

import galley.kit.json.Errors;
import galley.kit.json.MergePatch;
import galley.kit.json.StrictJson;
import galley.kit.problem.Problem;
import galley.publish.access.Caller;
import galley.publish.product.ProductReader;
import galley.publish.rate.ApiConfig;

/** Reads settings of keys as they are sent. */
@ApplicationScoped
class KeySettingsReader {
    private static final int LONGEST_NAME = 200;
    private static final int MOST = 1_000_000;

    private final Caller caller;
    private final ApiConfig config;

    KeySettingsReader(Caller caller, ApiConfig config) {
        this.caller = caller;
        this.config = config;
    }

    /**
     * Reads a new key's; without a body it has the usual ones.
     *
     * @throws Problem 400, or 422 that names each error
     */
    KeySettings read(byte[] body) {
        return body == null || body.length == 0
                ? new KeySettings("Key", null, null)
                : checked(StrictJson.read(body), null);
    }

    /**
     * Reads a change of settings, a JSON merge patch (RFC 7396).
     *
     * @throws Problem 400, or 422 that names each error
     */
    KeySettings read(byte[] patch, KeySettings present) {
        return checked(
                MergePatch.apply(StrictJson.treeOf(present), StrictJson.read(patch)),
                present.rate());
    }

    private KeySettings checked(JsonNode json, Integer present) {
        KeySettings sent = StrictJson.bind(json, KeySettings.class);
        Errors errors = new Errors();
        String name = sent.name() == null || sent.name().isBlank() ? "Key" : sent.name().strip();
        if (name.length() > LONGEST_NAME) {
            errors.add("name", "A name has at most %d characters.".formatted(LONGEST_NAME));
        }
        KeySettings checked =
                new KeySettings(name, ProductReader.read(sent.product(), errors), sent.rate());
        checkRate(sent.rate(), present, errors);
        errors.throwIfAny();
        return checked;
    }

    /** What an admin has granted stays as it is when its owner changes something else. */
    private void checkRate(Integer rate, Integer present, Errors errors) {
        if (rate == null || rate.equals(present)) {
            return;
        }
        int most = caller.isAdmin() ? MOST : config.keyRate();
        if (rate < 1 || rate > most) {
            errors.add(
                    "rate",
                    "It is 1 to %d requests a minute; an admin can grant more.".formatted(most));
        }
    }
}
