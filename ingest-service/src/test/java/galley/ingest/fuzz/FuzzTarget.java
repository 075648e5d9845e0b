package galley.ingest.fuzz;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

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

    private static Consumer<byte[]> target;

    private FuzzTarget() {}

    /** Chooses the target; Jazzer calls it first. */
    public static void fuzzerInitialize(String[] arguments) {
        target = all().get(arguments[0]);
    }

    /** Lets the target read; whatever it throws is a finding. */
    public static void fuzzerTestOneInput(byte[] data) {
        target.accept(data);
    }

    /** All targets by their names: every reader of a format by the format's, and a few more. */
    static Map<String, Consumer<byte[]>> all() {
        var targets = new TreeMap<String, Consumer<byte[]>>();
        var classes =
                new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("galley.ingest");
        for (var type : classes) {
            if (type.isAssignableTo(FormatReader.class) && !type.isInterface()) {
                var reader = made(type.reflect());
                targets.put(reader.format(), data -> read(reader, data));
            }
        }
        targets.put("sanitizer", FuzzTarget::clean);
        targets.put("structure", FuzzTarget::structure);
        targets.put("picture", FuzzTarget::picture);
        return targets;
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

    private static FormatReader made(Class<?> type) {
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
