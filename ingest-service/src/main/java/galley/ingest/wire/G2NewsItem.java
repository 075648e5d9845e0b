package galley.ingest.wire;

import org.jsoup.nodes.Element;

import galley.ingest.format.Entry;
import galley.ingest.format.ItemDraft;
import galley.ingest.format.PlainText;

/** A newsItem of NewsML-G2: one piece of text, or one picture, video or sound. */
final class G2NewsItem {
    private final G2Item item;
    private final ItemDraft draft;
    private final Filing filing = new Filing();

    G2NewsItem(G2Item item, ItemDraft draft) {
        this.item = item;
        this.draft = draft;
    }

    Entry read() {
        G2Metadata.read(item, draft, filing);
        draft.type = type();
        var text = G2Text.of(item.element(), item.language());
        text.nitf()
                .ifPresent(
                        nitf -> {
                            NitfDescription.fill(nitf, draft);
                            NitfBodyHead.fill(nitf, draft, filing);
                        });
        new G2Media(item).read(draft);
        text.nitf().ifPresent(nitf -> NitfMedia.read(nitf, draft));
        describe();
        WireBody.put(text.tree() == null ? script() : text.tree(), draft, filing);
        return draft.toEntry();
    }

    private String type() {
        return switch (item.itemClass()) {
            case "picture", "photo", "graphic" -> "picture";
            case "video", "animation" -> "video";
            case "audio" -> "audio";
            case "composite" -> "composite";
            default -> "text";
        };
    }

    /** A caption is what there is to read of a picture; of a text it is only the last resort. */
    private void describe() {
        var descriptions = new G2Descriptions(item.element(), item.language());
        var caption = descriptions.caption();
        if (draft.summary == null && caption != null && !repeatsHeadline(caption)) {
            draft.summary = caption;
        }
    }

    /** What is said in a video, or seen in it, is the text that there is of it; or null. */
    private Element script() {
        var descriptions = new G2Descriptions(item.element(), item.language());
        var others = draft.type.equals("text") ? null : descriptions.others();
        return others == null ? null : HtmlText.ofCharacters(others).orElse(null);
    }

    private boolean repeatsHeadline(String caption) {
        var headline = PlainText.line(draft.headline);
        var line = PlainText.line(caption);
        boolean repeats =
                (!headline.isEmpty() && line.contains(headline))
                        || (draft.slugline != null && line.startsWith(draft.slugline));
        return draft.type.equals("text") && repeats;
    }
}
