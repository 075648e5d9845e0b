package galley.editorial.profile;

import java.util.List;
import java.util.Map;

import galley.events.Kind;

/**
 * A profile as clients see it.
 *
 * @param kind the kind of article that it is for
 * @param fields what an article has
 * @param parts what is said of the parts of each type that it may have
 */
public record ProfileView(Kind kind, List<ArticleField> fields, Map<PartType, PartRule> parts) {

    static ProfileView of(Kind kind, Profile profile) {
        return new ProfileView(kind, profile.fields(), profile.parts());
    }
}
