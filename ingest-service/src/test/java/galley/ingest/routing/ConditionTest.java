package galley.ingest.routing;

import java.net.URI;
import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import galley.events.ItemContent;
import galley.events.Subject;
import galley.ingest.format.ItemDraft;
import galley.ingest.format.ReadItem;

import static org.assertj.core.api.Assertions.assertThat;

/** What a condition can ask of each field. */
class ConditionTest {
    private static final RoutedItem FERRY = new RoutedItem(ferry());

    private static ItemContent ferry() {
        var draft = new ItemDraft(1);
        draft.base = URI.create("https://tide-letter.example/");
        draft.link = "/night-ferry";
        draft.headline = "Night ferry returns";
        draft.summary = "<p>After two winters</p>";
        draft.body = "<p>The ferry to Ilha do Farol sails <b>again</b> &amp; again.</p>";
        draft.slugline = "FERRY-RETURN";
        draft.byline = "By Ana Lobo";
        draft.authors.add("Ana Lobo");
        draft.keywords.add("Ferries");
        draft.subjects.add(new Subject("medtop", "medtop:20000339", "sea transport"));
        draft.places.add("Olhão");
        draft.language = "pt-BR";
        draft.urgency = 3;
        draft.credit = "Maré";
        draft.usageTerms = "Free to reprint";
        return ((ReadItem) draft.toEntry()).content();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"field\": \"headline\", \"contains\": [\"ferry\"]} | true",
                "{\"field\": \"headline\", \"contains\": [\"farol\"]} | false",
                "{\"field\": \"headline\", \"is\": [\"night ferry returns\"]} | true",
                "{\"field\": \"headline\", \"is\": [\"night ferry\"]} | false",
                "{\"field\": \"text\", \"contains\": [\"train\", \"ilha do farol\"]} | true",
                "{\"field\": \"text\", \"contains\": [\"winters\"]} | true",
                "{\"field\": \"text\", \"contains\": [\"again & again\"]} | true",
                "{\"field\": \"text\", \"contains\": [\"b\"]} | false",
                "{\"field\": \"slugline\", \"contains\": [\"ferry\"]} | true",
                "{\"field\": \"byline\", \"contains\": [\"lobo\"]} | true",
                "{\"field\": \"author\", \"is\": [\"ANA LOBO\"]} | true",
                "{\"field\": \"keyword\", \"is\": [\"ferries\", \"trains\"]} | true",
                "{\"field\": \"subject\", \"is\": [\"medtop:20000339\"]} | true",
                "{\"field\": \"subject\", \"is\": [\"Sea transport\"]} | true",
                "{\"field\": \"place\", \"is\": [\"olhao\"]} | true",
                "{\"field\": \"language\", \"is\": [\"PT\"]} | true",
                "{\"field\": \"language\", \"is\": [\"pt-PT\"]} | false",
                "{\"field\": \"language\", \"is\": [\"p\"]} | false",
                "{\"field\": \"type\", \"is\": [\"text\"]} | true",
                "{\"field\": \"credit\", \"is\": [\"mare\"]} | true",
                "{\"field\": \"usageTerms\", \"contains\": [\"free\"]} | true",
                "{\"field\": \"editorialNote\", \"contains\": [\"hold\"]} | false",
                "{\"field\": \"editorialNote\", \"contains\": [\"hold\"], \"not\": true} | true",
                "{\"field\": \"url\", \"contains\": [\"tide-letter.example\"]} | true",
                "{\"field\": \"partial\", \"is\": [\"true\"]} | false",
                "{\"field\": \"urgency\", \"atMost\": 3} | true",
                "{\"field\": \"urgency\", \"atLeast\": 4} | false",
                "{\"field\": \"priority\", \"atMost\": 9} | false",
                "{\"field\": \"wordCount\", \"atLeast\": 5, \"atMost\": 50} | true"
            })
    void isMetOrNot(String condition, boolean met) throws JsonProcessingException {
        var read = new ObjectMapper().readValue(condition, Condition.class);
        assertThat(FERRY.meets(read).isPresent()).isEqualTo(met);
    }

    @ParameterizedTest
    @CsvSource({"headline", "usageTerms", "wordCount", "editorialNote"})
    void fieldsAreNamedAsInItems(String name) {
        assertThat(Field.named(name).map(Field::wireName)).contains(name);
        assertThat(List.of(Field.values())).doesNotHaveDuplicates();
    }
}
