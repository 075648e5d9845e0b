package galley.editorial.profile;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import galley.editorial.setting.SettingDocuments;
import galley.editorial.setting.SettingKey;
import galley.editorial.setting.Versioned;
import galley.editorial.staff.Caller;
import galley.events.Kind;
import galley.events.WireName;

/** The profile of each kind of article. */
@ApplicationScoped
class Profiles {
    private static final Map<Kind, SettingKey<Profile>> KEYS =
            Arrays.stream(Kind.values()).collect(Collectors.toMap(kind -> kind, Profiles::key));

    private final SettingDocuments settings;

    Profiles(SettingDocuments settings) {
        this.settings = settings;
    }

    private static SettingKey<Profile> key(Kind kind) {
        return new SettingKey<>(
                "profile/" + WireName.of(kind), Profile.class, FreshProfiles.of(kind));
    }

    List<ProfileView> all() {
        return Arrays.stream(Kind.values())
                .map(kind -> ProfileView.of(kind, of(kind).value()))
                .toList();
    }

    Versioned<Profile> of(Kind kind) {
        return settings.of(KEYS.get(kind));
    }

    /**
     * Replaces a profile.
     *
     * @param ifMatch the header, or null
     * @param body the profile as JSON
     * @throws galley.kit.problem.Problem 428, 412, 400 or 422, in this order
     */
    Versioned<Profile> put(Kind kind, String ifMatch, byte[] body, Caller caller) {
        return settings.put(KEYS.get(kind), ifMatch, () -> ProfileReader.read(body, kind), caller);
    }
}
