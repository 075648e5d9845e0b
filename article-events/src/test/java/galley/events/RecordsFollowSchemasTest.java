package galley.events;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class RecordsFollowSchemasTest {

    static Stream<Object> events() {
        return Stream.concat(Examples.full().stream(), Examples.bare().stream());
    }

    @ParameterizedTest
    @MethodSource("events")
    void whatIsWrittenIsValid(Object event) {
        assertThat(Schemas.errors(Wire.schemaOf(event), Wire.write(event))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("events")
    void whatIsWrittenReadsTheSame(Object event) {
        Object again = Wire.read(Wire.write(event), event.getClass());
        assertThat(Wire.write(again)).isEqualTo(Wire.write(event));
    }

    @Test
    void everyEventHasAFullAndABareExample() {
        assertThat(classes(Examples.full())).isEqualTo(new HashSet<>(Wire.types().values()));
        assertThat(classes(Examples.bare())).isEqualTo(new HashSet<>(Wire.types().values()));
    }

    @Test
    void fullExamplesLeaveNothingOut() {
        assertThat(Examples.full()).allSatisfy(RecordsFollowSchemasTest::lacksNothing);
    }

    @Test
    void theExamplesHaveEveryTypeOfPart() {
        var released =
                (ArticleReleased)
                        Examples.full().stream()
                                .filter(ArticleReleased.class::isInstance)
                                .findAny()
                                .orElseThrow();
        assertThat(classes(released.article().parts())).isEqualTo(Wire.permitted(Part.class));
    }

    @Test
    void theNinjsRecordHasEveryFieldOfItsSchema() {
        Set<String> components =
                Arrays.stream(Ninjs.class.getRecordComponents())
                        .map(RecordComponent::getName)
                        .collect(Collectors.toSet());
        assertThat(Schemas.content(Schemas.newest("published/1")).get("properties").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrderElementsOf(components);
    }

    @ParameterizedTest
    @CsvSource({
        "galley.events.Kind, kind",
        "galley.events.Workflow, workflow",
        "galley.events.Publication, publication",
        "galley.events.MediaKind, mediaKind"
    })
    void constantsAreThoseOfTheSchema(Class<?> constants, String definition) {
        var schema = Schemas.content(Schemas.newest("article/1")).at("/$defs/" + definition);
        assertThat(Wire.write(constants.getEnumConstants())).isEqualTo(schema.get("enum"));
    }

    @Test
    void familiesKnowAllTheirEvents() {
        assertThat(new HashSet<Class<?>>(LifecycleEvent.TYPES.values()))
                .isEqualTo(Wire.permitted(LifecycleEvent.class));
        assertThat(new HashSet<Class<?>>(DeliveryEvent.TYPES.values()))
                .isEqualTo(Wire.permitted(DeliveryEvent.class));
        for (Object event : Examples.full()) {
            switch (event) {
                case LifecycleEvent e ->
                        assertThat(LifecycleEvent.TYPES).containsEntry(e.type(), e.getClass());
                case DeliveryEvent e ->
                        assertThat(DeliveryEvent.TYPES).containsEntry(e.type(), e.getClass());
                default ->
                        assertThat(event)
                                .isInstanceOfAny(
                                        ArticleIngested.class,
                                        SourceRightsChanged.class,
                                        Ninjs.class,
                                        PageArranged.class);
            }
        }
    }

    private static Set<Class<?>> classes(List<?> values) {
        return values.stream().map(Object::getClass).collect(Collectors.toSet());
    }

    private static void lacksNothing(Object value) throws ReflectiveOperationException {
        assertThat(value).isNotNull().isNotEqualTo(List.of());
        if (value instanceof List<?> list) {
            for (Object element : list) {
                lacksNothing(element);
            }
        } else if (value instanceof Record) {
            for (RecordComponent component : value.getClass().getRecordComponents()) {
                lacksNothing(component.getAccessor().invoke(value));
            }
        }
    }
}
