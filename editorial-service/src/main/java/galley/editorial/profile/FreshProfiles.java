package galley.editorial.profile;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import galley.events.Kind;

/**
 * The profiles of a fresh install. They ask for little, and for nothing that another check looks
 * for, so that nothing is found twice.
 */
final class FreshProfiles {
    private static final PartRule MAY = new PartRule(0, List.of());
    private static final PartRule ONE = new PartRule(1, List.of());
    private static final PartRule SEVERAL_WITH_HEADLINES =
            new PartRule(2, List.of(PartField.HEADLINE));

    private FreshProfiles() {}

    static Profile of(Kind kind) {
        return switch (kind) {
            // what a source gave may go out as it came, so no introduction is asked for
            case REPRINT -> profile(Map.of(PartType.REPRINT, ONE));
            case STATEMENT -> profile(Map.of(PartType.INTRODUCTION, ONE, PartType.REPRINT, ONE));
            case ROUND_UP ->
                    profile(
                            Map.of(
                                    PartType.INTRODUCTION,
                                    ONE,
                                    PartType.REPRINT,
                                    SEVERAL_WITH_HEADLINES));
            case REPORT -> profile(Map.of(PartType.INTRODUCTION, ONE));
            case VIDEO -> profile(Map.of(PartType.MEDIA, ONE, PartType.PEOPLE, ONE));
            case ORIGINAL, INTERVIEW -> profile(Map.of());
        };
    }

    /** Parts of all types may be there. */
    private static Profile profile(Map<PartType, PartRule> needed) {
        Map<PartType, PartRule> parts = new EnumMap<>(PartType.class);
        for (PartType type : PartType.values()) {
            parts.put(type, needed.getOrDefault(type, MAY));
        }
        return new Profile(List.of(ArticleField.HEADLINE), parts);
    }
}
