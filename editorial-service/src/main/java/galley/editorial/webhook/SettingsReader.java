package galley.editorial.webhook;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;

import galley.editorial.content.PlainText;
import galley.editorial.workflow.Step;
import galley.kit.http.FetchException;
import galley.kit.http.SafeHttp;
import galley.kit.json.MergePatch;
import galley.kit.json.StrictJson;
import galley.kit.problem.FieldError;
import galley.kit.problem.Problem;
import galley.kit.problem.Problems;

/** Reads settings of webhooks as they are sent. */
@ApplicationScoped
class SettingsReader {
    private static final int LONGEST = 200;
    private static final int LONGEST_URL = 2_000;
    private static final int MOST_DESKS = 100;

    /**
     * What can be told: all steps, what the deliveries report, and what happens beside an article
     * that people of a desk are to hear of.
     */
    private static final Set<String> STEPS =
            Stream.concat(
                            Stream.of(Step.values()).map(Step::wireName),
                            Stream.of(
                                    "went-live",
                                    "taken-down",
                                    "source-revision",
                                    "cancel",
                                    "dismiss-cancel",
                                    "comment"))
                    .collect(Collectors.toUnmodifiableSet());

    private final SafeHttp http;

    SettingsReader(SafeHttp http) {
        this.http = http;
    }

    /**
     * Reads a new webhook's.
     *
     * @throws Problem 400, or 422 that names each error
     */
    WebhookSettings read(byte[] body) {
        return checked(StrictJson.bind(StrictJson.read(body), WebhookSettings.class));
    }

    /**
     * Reads a change of settings, a JSON merge patch (RFC 7396).
     *
     * @throws Problem 400, or 422 that names each error
     */
    WebhookSettings read(byte[] patch, WebhookSettings present) {
        JsonNode changed = MergePatch.apply(StrictJson.treeOf(present), StrictJson.read(patch));
        return checked(StrictJson.bind(changed, WebhookSettings.class));
    }

    private WebhookSettings checked(WebhookSettings sent) {
        List<FieldError> errors = new ArrayList<>();
        String name = PlainText.orNull(sent.name());
        if (name == null || name.length() > LONGEST) {
            errors.add(new FieldError("name", "A name has 1 to %d characters.".formatted(LONGEST)));
        }
        if (sent.template() == null) {
            errors.add(
                    new FieldError("template", "It is one of slack, mattermost, teams and json."));
        }
        if (sent.steps() == null || sent.steps().isEmpty() || !STEPS.containsAll(sent.steps())) {
            errors.add(
                    new FieldError(
                            "steps",
                            "They are some of "
                                    + STEPS.stream().sorted().collect(Collectors.joining(", "))
                                    + "."));
        }
        if (sent.desks() != null && !areDesks(sent.desks())) {
            errors.add(new FieldError("desks", "They are names of desks, or null for all."));
        }
        String url = url(sent.url(), errors);
        if (!errors.isEmpty()) {
            throw Problems.unprocessable(errors);
        }
        return new WebhookSettings(
                name,
                url,
                sent.desks() == null ? null : sent.desks().stream().distinct().toList(),
                sent.steps().stream().distinct().toList(),
                sent.template(),
                sent.enabled() == null || sent.enabled());
    }

    private static boolean areDesks(List<String> names) {
        return !names.isEmpty()
                && names.size() <= MOST_DESKS
                && names.stream().allMatch(SettingsReader::isDesk);
    }

    private static boolean isDesk(String name) {
        return name.equals(PlainText.orNull(name)) && name.length() <= LONGEST;
    }

    private String url(String sent, List<FieldError> errors) {
        if (sent == null || sent.length() > LONGEST_URL) {
            errors.add(new FieldError("url", "It is the address that the tool gave."));
            return "";
        }
        try {
            URI checked = http.check(sent);
            return checked.toString();
        } catch (FetchException.RefusedAddress e) {
            errors.add(new FieldError("url", e.getMessage()));
            return "";
        }
    }
}
