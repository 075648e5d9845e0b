package galley.editorial.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;

import galley.editorial.content.Translation;
import galley.events.Part;

/** A translation says from which language it is, and its article in which it is now. */
@ApplicationScoped
class TranslationLanguages implements Check {

    @Override
    public String name() {
        return "translation-languages";
    }

    @Override
    public String looksFor() {
        return "Translations that do not say from which language into which.";
    }

    @Override
    public List<Defect> look(Proof proof) {
        String into = proof.article().language();
        List<Part.Reprint> translations =
                proof.reprints().stream()
                        .filter(reprint -> Translation.isOne(reprint.attribution(), into))
                        .toList();
        List<Defect> defects = new ArrayList<>();
        if (!translations.isEmpty() && into == null) {
            defects.add(
                    new Defect(
                            null,
                            "language",
                            "It has a translation, and does not say in which language it is.",
                            null));
        }
        translations.forEach(translation -> look(translation, into, defects));
        return defects;
    }

    private static void look(Part.Reprint translation, String into, List<Defect> defects) {
        String from = translation.attribution().language();
        if (from == null) {
            defects.add(defect(translation, "It does not say from which language it is.", null));
        } else if (into != null
                && Locale.forLanguageTag(from).equals(Locale.forLanguageTag(into))) {
            defects.add(
                    defect(translation, "It is translated from the language that it is in.", from));
        }
    }

    private static Defect defect(Part.Reprint translation, String message, String evidence) {
        return new Defect(translation.id(), "attribution.language", message, evidence);
    }
}
