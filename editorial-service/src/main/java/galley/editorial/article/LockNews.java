package galley.editorial.article;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;

import galley.editorial.lock.LockChanged;

/** Tells those who follow an article that it was locked or unlocked. */
@ApplicationScoped
class LockNews {
    private final Articles articles;
    private final Event<ArticleChanged> changed;

    LockNews(Articles articles, Event<ArticleChanged> changed) {
        this.articles = articles;
        this.changed = changed;
    }

    void on(@Observes LockChanged lock) {
        StoredArticle article = articles.get(lock.article());
        changed.fire(article.changed(lock.step(), lock.by(), lock.at()));
    }
}
