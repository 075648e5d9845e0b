package galley.ingest.fuzz;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.ObjectMapper;

import galley.ingest.format.FormatReader;
import galley.ingest.format.Formats;
import galley.ingest.format.RawDocument;
import galley.ingest.format.ReadItem;
import galley.ingest.format.UnreadableDocumentException;
import galley.ingest.structure.Post;
import galley.ingest.structure.StructureReader;
import galley.kit.html.SafeHtml;
import galley.kit.picture.PictureCheck;
import galley.kit.picture.UnfitPictureException;

/** What the fuzzer calls: one of the parsers, or the sanitizer, with whatever bytes. */
public final class FuzzTarget {
    private static final URI ADDRESS = URI.create("https://fuzz.example/document");

    /** What is fuzzed beside the readers of formats. */
    static final Map<String, Consumer<byte[]>> OTHERS =
            Map.of(
                    "sanitizer", FuzzTarget::clean,
                    "structure", FuzzTarget::structure,
                    "picture", FuzzTarget::picture);

    private static Consumer<byte[]> target;

    private FuzzTarget() {}

    /**
     * Chooses the target; Jazzer calls it first.
     *
     * @param arguments the name of {@link #OTHERS one of the others}, or of a reader's class
     */
    public static void fuzzerInitialize(String[] arguments) throws ClassNotFoundException {
        var other = OTHERS.get(arguments[0]);
        if (other == null) {
            var reader = made(Class.forName(arguments[0]));
            target = data -> read(reader, data);
        } else {
            target = other;
        }
        // or the first input would be blamed for the loading of all classes
        target.accept("<p>One</p>".getBytes(StandardCharsets.UTF_8));
    }

    /** Lets the target read; whatever it throws is a finding. */
    public static void fuzzerTestOneInput(byte[] data) {
        target.accept(data);
    }

    private static void read(FormatReader reader, byte[] data) {
        try {
            var formats = new Formats(List.of(reader));
            var document = new RawDocument(data, null, ADDRESS);
            for (var entry : formats.read(document, reader.format()).entries()) {
                if (entry instanceof ReadItem item) {
                    requireSafe(item.content().body());
                }
            }
        } catch (UnreadableDocumentException e) {
            // as it should be
        }
    }

    private static void clean(byte[] data) {
        requireSafe(SafeHtml.clean(new String(data, StandardCharsets.UTF_8)));
    }

    /** What is safe stays as it is when it is made safe again. */
    private static void requireSafe(String html) {
        var again = SafeHtml.clean(html);
        if (!again.equals(html)) {
            throw new IllegalStateException("not safe: " + html + "\nbut: " + again);
        }
    }

    private static void structure(byte[] data) {
        var body = SafeHtml.clean(new String(data, StandardCharsets.UTF_8));
        StructureReader.read(new Post("A headline", body, "en", false, null));
    }

    private static void picture(byte[] data) {
        try {
            var bytes = PictureCheck.of(data).bytes();
            if (!Arrays.equals(bytes, PictureCheck.of(bytes).bytes())) {
                throw new IllegalStateException("a clean picture is cleaned into another");
            }
        } catch (UnfitPictureException e) {
            // as it should be
        }
    }

    static FormatReader made(Class<?> type) {
        try {
            var constructor = type.getDeclaredConstructors()[0];
            constructor.setAccessible(true);
            var arguments =
                    Arrays.stream(constructor.getParameterTypes())
                            .map(_ -> new ObjectMapper().findAndRegisterModules())
                            .toArray();
            return (FormatReader) constructor.newInstance(arguments);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("Tell here how to make a " + type, e);
        }
    }
}
