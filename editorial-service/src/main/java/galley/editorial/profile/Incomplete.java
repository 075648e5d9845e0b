package galley.editorial.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import galley.editorial.check.Check;
import galley.editorial.check.Defect;
import galley.editorial.check.Proof;
import galley.events.Article;
import galley.events.Part;
import galley.events.WireName;

/** An article has what the profile of its kind asks for. */
@ApplicationScoped
class Incomplete implements Check {
    private final Profiles profiles;

    Incomplete(Profiles profiles) {
        this.profiles = profiles;
    }

    @Override
    public String name() {
        return "incomplete";
    }

    @Override
    public String looksFor() {
        return "What an article lacks of the profile of its kind.";
    }

    @Override
    public List<Defect> look(Proof proof) {
        Article article = proof.article();
        return article.kind() == null
                ? List.of()
                : lacks(article, profiles.of(article.kind()).value());
    }

    /** What an article lacks of a profile: fields, then whole parts, then what parts lack. */
    static List<Defect> lacks(Article article, Profile profile) {
        List<Defect> defects = new ArrayList<>();
        for (ArticleField field : profile.fields()) {
            if (!field.isIn(article)) {
                defects.add(needs(null, field.wireName(), field.words()));
            }
        }
        profile.parts().forEach((type, rule) -> count(article, type, rule, defects));
        for (Part part : article.parts()) {
            look(part, profile.parts(), defects);
        }
        return List.copyOf(defects);
    }

    private static void count(Article article, PartType type, PartRule rule, List<Defect> defects) {
        long there = article.parts().stream().filter(part -> PartType.of(part) == type).count();
        if (there < rule.atLeast()) {
            defects.add(
                    new Defect(
                            null,
                            "parts",
                            "It needs %d of the parts called %s, and has %d."
                                    .formatted(rule.atLeast(), WireName.of(type), there),
                            null));
        }
    }

    private static void look(Part part, Map<PartType, PartRule> rules, List<Defect> defects) {
        PartRule rule = rules.get(PartType.of(part));
        if (rule == null) {
            defects.add(new Defect(part.id(), "type", "Its kind has no parts of this type.", null));
            return;
        }
        for (PartField field : rule.fields()) {
            if (!field.isIn(part)) {
                defects.add(needs(part.id(), field.wireName(), field.words()));
            }
        }
    }

    private static Defect needs(String part, String field, String words) {
        return new Defect(part, field, "It needs %s.".formatted(words), null);
    }
}
