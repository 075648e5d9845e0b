package galley.editorial.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;

import galley.events.Attribution;
import galley.events.Part;

/** A reprint says where it is from, and a translation from which language into which. */
@ApplicationScoped
class MissingAttribution implements Check {

    @Override
    public String name() {
        return "missing-attribution";
    }

    @Override
    public String looksFor() {
        return "Reprints that name no publisher, and translations that do not name their"
                + " languages.";
    }

    @Override
    public List<Defect> look(Proof proof) {
        List<Defect> defects = new ArrayList<>();
        for (Part.Reprint reprint : proof.reprints()) {
            Attribution attribution = reprint.attribution();
            if (attribution == null || Proof.isBlank(attribution.publisher())) {
                defects.add(
                        new Defect(reprint.id(), "It does not say who published it first.", null));
            }
            if (attribution != null && isTranslation(attribution)) {
                languages(reprint.id(), attribution, proof.article().language(), defects);
            }
        }
        return defects;
    }

    private static boolean isTranslation(Attribution attribution) {
        return !Proof.isBlank(attribution.translator())
                || !Proof.isBlank(attribution.translationPublisher())
                || !Proof.isBlank(attribution.translationUrl());
    }

    private static void languages(
            String part, Attribution attribution, String into, List<Defect> defects) {
        String from = attribution.language();
        if (Proof.isBlank(from)) {
            defects.add(new Defect(part, "It does not say from which language it is.", null));
        }
        if (Proof.isBlank(into)) {
            defects.add(
                    new Defect(part, "The article does not say in which language it is.", null));
        }
        if (!Proof.isBlank(from) && Locale.forLanguageTag(from).equals(languageOf(into))) {
            defects.add(
                    new Defect(part, "It is translated from the language that it is in.", from));
        }
    }

    private static Locale languageOf(String tag) {
        return Proof.isBlank(tag) ? Locale.ROOT : Locale.forLanguageTag(tag);
    }
}
