package galley.editorial.housestyle;

import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import galley.editorial.setting.SettingDocuments;
import galley.editorial.setting.SettingKey;
import galley.editorial.setting.Versioned;
import galley.editorial.staff.Caller;

/** The house style as it is set. */
@ApplicationScoped
class HouseStyle {
    private static final SettingKey<Stored> KEY =
            new SettingKey<>("house-style", Stored.class, new Stored(Map.of()));

    private final SettingDocuments settings;

    HouseStyle(SettingDocuments settings) {
        this.settings = settings;
    }

    /** The sentences of each language, by its tag. */
    Versioned<Map<String, Sentences>> sentences() {
        return whole(settings.of(KEY));
    }

    /**
     * Replaces what was set; what is not said is as on a fresh install.
     *
     * @param ifMatch the header, or null
     * @param body the sentences of each language as JSON
     * @throws galley.kit.problem.Problem 428, 412, 400 or 422, in this order
     */
    Versioned<Map<String, Sentences>> put(String ifMatch, byte[] body, Caller caller) {
        return whole(settings.put(KEY, ifMatch, () -> new Stored(StyleReader.read(body)), caller));
    }

    private static Versioned<Map<String, Sentences>> whole(Versioned<Stored> stored) {
        return new Versioned<>(stored.revision(), FreshStyle.with(stored.value().sentences()));
    }

    /**
     * Only what was set.
     *
     * @param sentences by the tag of the language
     */
    record Stored(Map<String, Sentences> sentences) {}
}
