package galley.publish.content;

import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Stream;

import galley.publish.site.Addresses;

/** Where the content API has an article, for those who keep copies of its answers. */
public final class ContentPaths {
    private ContentPaths() {}

    /** The paths of an article by its id, in each form, and of its status. */
    public static Stream<String> of(UUID article) {
        var id = article.toString();
        return Stream.concat(of(id), Stream.of(Addresses.contentPath(id) + "/status"));
    }

    /** The paths of an article by a slug, in each form. */
    public static Stream<String> of(String slug) {
        var path = Addresses.contentPath(slug);
        return Stream.concat(
                Stream.of(path),
                Arrays.stream(Form.values()).map(form -> path + "?format=" + form.parameter()));
    }
}
