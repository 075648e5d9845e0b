package galley.editorial.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

import galley.events.ItemMedia;
import galley.events.MediaKind;
import galley.events.Part;

/** The media that an item names beside its body. */
final class ItemPictures {
    private ItemPictures() {}

    /** A part for each of them that the body does not show, and that has a web address. */
    static List<Part> notIn(String body, List<ItemMedia> media) {
        Set<String> shown = addressesIn(body);
        List<Part> parts = new ArrayList<>();
        for (ItemMedia one : media == null ? List.<ItemMedia>of() : media) {
            String address = ItemReading.address(one.url());
            if (address != null && shown.add(withoutQuery(address))) {
                parts.add(part("m" + (parts.size() + 1), one, address));
            }
        }
        return parts;
    }

    private static Part part(String id, ItemMedia media, String address) {
        String caption = ItemReading.text(media.caption());
        return new Part.Media(
                id,
                media.kind() == null ? MediaKind.DOCUMENT : media.kind(),
                address,
                null,
                caption == null ? ItemReading.text(media.headline()) : caption,
                ItemReading.text(media.credit()),
                ItemReading.text(media.alt()));
    }

    private static Set<String> addressesIn(String body) {
        Set<String> addresses = new HashSet<>();
        for (Element element : Jsoup.parseBodyFragment(body).select("[src], [data-embed]")) {
            for (String attribute : List.of("src", "data-embed")) {
                String address = ItemReading.address(element.attr(attribute));
                if (address != null) {
                    addresses.add(withoutQuery(address));
                }
            }
        }
        return addresses;
    }

    /** Sizes and the like stand in the query: the picture is the same. */
    private static String withoutQuery(String address) {
        return address.split("[?#]", 2)[0];
    }
}
