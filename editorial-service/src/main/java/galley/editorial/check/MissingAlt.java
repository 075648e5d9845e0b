package galley.editorial.check;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

import galley.events.MediaKind;
import galley.events.Part;

/**
 * Who can't see or hear it learns what it is. A picture whose text is empty counts: that marks
 * decoration, which feeds that leave the text out say of every picture.
 */
@ApplicationScoped
class MissingAlt implements Check {
    private static final String MESSAGE = "Nothing tells what it is to those who can't %s it.";

    @Override
    public String name() {
        return "missing-alt";
    }

    @Override
    public String looksFor() {
        return "Pictures and recordings without an alternative text.";
    }

    @Override
    public List<Defect> look(Proof proof) {
        List<Defect> defects = new ArrayList<>();
        for (Part part : proof.article().parts()) {
            if (part instanceof Part.Media media) {
                look(media, defects);
            }
            Proof.text(part).ifPresent(text -> look(text, defects));
        }
        return defects;
    }

    private static void look(Part.Media media, List<Defect> defects) {
        if (media.kind() != MediaKind.DOCUMENT && Proof.isBlank(media.alt())) {
            String sense = media.kind() == MediaKind.AUDIO ? "hear" : "see";
            defects.add(new Defect(media.id(), "alt", MESSAGE.formatted(sense), media.url()));
        }
    }

    private static void look(Proof.Text text, List<Defect> defects) {
        for (Element picture : Jsoup.parseBodyFragment(text.body()).select("img")) {
            if (Proof.isBlank(picture.attr("alt"))) {
                defects.add(
                        new Defect(
                                text.part(),
                                "body",
                                MESSAGE.formatted("see"),
                                picture.attr("src")));
            }
        }
    }
}
