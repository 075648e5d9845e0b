package galley.publish.stream;

import galley.kit.stream.StreamItem;
import galley.publish.announcement.Announcement;

/**
 * An announcement at its place in the streams. What is sent is written once for all who get the
 * same.
 */
final class ToldArticle implements StreamItem {
    private final Announcement announcement;
    private final ArticleEvents events;

    /** By whether the article matches and whether its document goes with it; null until needed. */
    private final String[] written = new String[4];

    ToldArticle(Announcement announcement, ArticleEvents events) {
        this.announcement = announcement;
        this.events = events;
    }

    @Override
    public long position() {
        return announcement.position();
    }

    @Override
    public String name() {
        return "article";
    }

    @Override
    public int size() {
        // once as it was read, once as it is sent
        return announcement.document() == null ? 0 : 2 * announcement.document().length();
    }

    @Override
    public boolean takesBack() {
        return announcement.takesBack();
    }

    /** What a client gets of it, JSON on one line; null for nothing. */
    String dataFor(Wanted wanted) {
        if (announcement.document() == null || !announcement.concerns(wanted::has)) {
            return null;
        }
        boolean matches = !announcement.takesBack() && wanted.has(announcement.marks());
        int form = (matches ? 1 : 0) + (wanted.documents() ? 2 : 0);
        String data = written[form];
        if (data == null) {
            // two threads at once write the same
            data = events.write(announcement, matches, wanted.documents());
            written[form] = data;
        }
        return data;
    }
}
