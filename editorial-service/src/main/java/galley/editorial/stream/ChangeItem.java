package galley.editorial.stream;

import galley.editorial.article.ArticleChanged;
import galley.kit.stream.StreamItem;

/**
 * Something that streams tell, ready to be sent.
 *
 * @param change what happened to an article; null for a notification
 * @param recipient whom alone it is for, a pseudonym; null for everybody
 * @param data JSON on one line; null for what was taken back meanwhile
 */
record ChangeItem(long position, ArticleChanged change, String recipient, String data)
        implements StreamItem {
    @Override
    public String name() {
        return change == null ? "notification" : "article";
    }

    @Override
    public int size() {
        return data == null ? 0 : data.length();
    }
}
