package galley.publish.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.UUID;

import jakarta.inject.Singleton;

import galley.publish.content.ContentForms;

/** The articles as newline-delimited JSON, each as the content API answers it. */
@Singleton
class ArticleLines {
    private final LiveArticles articles;
    private final ContentForms forms;

    ArticleLines(LiveArticles articles, ContentForms forms) {
        this.articles = articles;
        this.forms = forms;
    }

    /**
     * Writes a line for each article, in the order of their ids.
     *
     * @param after the id after which to begin, or null for all
     */
    void write(UUID after, OutputStream to) throws IOException {
        articles.forEach(
                after,
                entry -> {
                    to.write(LiveArticles.read(() -> forms.json(entry.article())).bytes());
                    to.write('\n');
                });
    }
}
