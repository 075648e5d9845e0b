package galley.publish.edition;

import jakarta.inject.Singleton;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import galley.events.Article;

/** An article as the JSON that the edition keeps. */
@Singleton
@Converter
class ArticleJson implements AttributeConverter<Article, String> {
    private final ObjectMapper json;

    ArticleJson(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public String convertToDatabaseColumn(Article article) {
        try {
            return article == null ? null : json.writeValueAsString(article);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("An article of no JSON", e);
        }
    }

    @Override
    public Article convertToEntityAttribute(String text) {
        try {
            return text == null ? null : json.readValue(text, Article.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The edition holds an article that is no JSON", e);
        }
    }
}
