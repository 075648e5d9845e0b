package galley.ingest.source;

import java.net.URI;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import galley.ingest.folder.FolderAddress;
import galley.ingest.folder.Folders;
import galley.ingest.format.Formats;
import galley.ingest.format.PlainText;
import galley.kit.http.FetchException.RefusedAddress;
import galley.kit.http.SafeHttp;
import galley.kit.problem.FieldError;
import galley.kit.problem.Problem;
import galley.kit.problem.Problems;

/** Reads the settings that clients send, and collects all that is wrong with them. */
final class Settings {
    private static final int MAX_NAME_LENGTH = 200;
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofDays(31);
    private static final Duration USUAL = Duration.ofHours(1);

    private final SafeHttp http;
    private final Folders folders;
    private final Formats formats;
    private final List<FieldError> errors = new ArrayList<>();

    private Settings(SafeHttp http, Folders folders, Formats formats) {
        this.http = http;
        this.folders = folders;
        this.formats = formats;
    }

    /**
     * The settings of a new source, all of them set.
     *
     * @throws Problem 422 that names every error
     */
    static SettingsChange of(NewSource source, SafeHttp http, Folders folders, Formats formats) {
        var settings = new Settings(http, folders, formats);
        settings.require("name", source.name());
        settings.require("url", source.url());
        return settings.read(
                new SourcePatch(
                        source.name(),
                        source.format() == null ? Formats.AUTO : source.format(),
                        source.url(),
                        source.pollEvery() == null ? USUAL.toString() : source.pollEvery(),
                        source.fastest(),
                        source.slowest(),
                        null,
                        source.rights(),
                        source.trusted(),
                        source.completeFromPage(),
                        source.webSub(),
                        source.credentials()));
    }

    /** The settings that a patch names; see {@link #of(NewSource, SafeHttp, Folders, Formats)}. */
    static SettingsChange of(SourcePatch patch, SafeHttp http, Folders folders, Formats formats) {
        var settings = new Settings(http, folders, formats);
        if (patch.name() != null) {
            settings.require("name", patch.name());
        }
        if (patch.url() != null) {
            settings.require("url", patch.url());
        }
        return settings.read(patch);
    }

    private SettingsChange read(SourcePatch patch) {
        var change =
                new SettingsChange(
                        name(patch.name()),
                        format(patch.format()),
                        url(patch.url()),
                        interval("pollEvery", patch.pollEvery()),
                        interval("fastest", patch.fastest()),
                        interval("slowest", patch.slowest()),
                        state(patch.state()),
                        new RightsReader(errors::add).read(patch.rights()),
                        patch.trusted(),
                        patch.completeFromPage(),
                        patch.webSub(),
                        new CredentialsReader(errors::add).read(patch.credentials()));
        if (!errors.isEmpty()) {
            throw Problems.unprocessable(errors);
        }
        return change;
    }

    private void require(String field, String value) {
        if (PlainText.line(value).isEmpty()) {
            errors.add(new FieldError(field, field + " is missing."));
        }
    }

    private String name(String text) {
        if (text == null) {
            return null;
        }
        var name = PlainText.line(text);
        if (name.length() > MAX_NAME_LENGTH) {
            errors.add(new FieldError("name", "A name has at most 200 characters."));
        }
        return name;
    }

    private String format(String name) {
        if (name != null && !formats.isKnown(name)) {
            errors.add(new FieldError("format", formats.sentence()));
        }
        return name;
    }

    private URI url(String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (FolderAddress.isMeant(text)) {
            return folder(text);
        }
        try {
            return http.check(text);
        } catch (RefusedAddress e) {
            errors.add(new FieldError("url", e.getMessage()));
            return null;
        }
    }

    private URI folder(String text) {
        try {
            if (folders.areAllowed()) {
                return FolderAddress.parse(text);
            }
            errors.add(
                    new FieldError(
                            "url", "The operator has set up no folders (galley.folders.root)."));
        } catch (IllegalArgumentException e) {
            errors.add(new FieldError("url", e.getMessage()));
        }
        return null;
    }

    private Duration interval(String field, String text) {
        if (text == null) {
            return null;
        }
        try {
            var interval = Duration.parse(text);
            if (interval.compareTo(SHORTEST) >= 0 && interval.compareTo(LONGEST) <= 0) {
                return interval;
            }
        } catch (DateTimeParseException e) {
            // answered below, like a wrong length
        }
        errors.add(
                new FieldError(
                        field,
                        field + " is an ISO 8601 duration from PT1S to P31D, such as PT1H."));
        return null;
    }

    private Source.State state(String name) {
        if (name == null) {
            return null;
        }
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "active" -> Source.State.ACTIVE;
            case "paused" -> Source.State.PAUSED;
            default -> {
                errors.add(new FieldError("state", "The states are active and paused."));
                yield null;
            }
        };
    }
}
