package galley.publish.page;

import java.io.Reader;
import java.io.StringReader;
import java.util.Optional;

import jakarta.inject.Singleton;

import io.quarkus.qute.Locate;
import io.quarkus.qute.TemplateLocator;
import io.quarkus.qute.Variant;

/** Finds a theme's templates before the built-in ones of the same names. */
@Singleton
@Locate("page/.*")
class ThemeTemplates implements TemplateLocator {
    private static final String START = "page/";
    private static final String SUFFIX = ".html";

    private final Theme theme;

    ThemeTemplates(Theme theme) {
        this.theme = theme;
    }

    @Override
    public int getPriority() {
        return DEFAULT_PRIORITY + 1;
    }

    @Override
    public Optional<TemplateLocation> locate(String id) {
        if (!id.startsWith(START)) {
            return Optional.empty();
        }
        var name = id.substring(START.length());
        return theme.template(name.endsWith(SUFFIX) ? name : name + SUFFIX).map(Location::new);
    }

    private record Location(String text) implements TemplateLocation {
        @Override
        public Reader read() {
            return new StringReader(text);
        }

        @Override
        public Optional<Variant> getVariant() {
            return Optional.of(Variant.forContentType(Variant.TEXT_HTML));
        }
    }
}
