package galley.ingest.format;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import galley.events.MediaKind;

/** Tells what sort of media something is from its media type or, failing that, its address. */
public final class MediaTypes {
    private static final Map<MediaKind, Set<String>> ENDINGS =
            Map.of(
                    MediaKind.IMAGE,
                    Set.of("jpg", "jpeg", "png", "gif", "webp", "avif", "svg", "tif", "tiff"),
                    MediaKind.VIDEO,
                    Set.of("mp4", "m4v", "mov", "webm", "mpg", "mpeg", "avi", "wmv", "ogv"),
                    MediaKind.AUDIO,
                    Set.of("mp3", "m4a", "aac", "ogg", "oga", "opus", "wav", "flac"));

    private MediaTypes() {}

    /**
     * The kind of media.
     *
     * @param type a media type ({@code image/jpeg}) or its first half, or null
     * @param address where it is, or null
     */
    public static MediaKind kind(String type, String address) {
        var plain = type == null ? "" : type.strip().toLowerCase(Locale.ROOT);
        var main = plain.split("[/;]", 2)[0];
        return switch (main) {
            case "image", "picture", "graphic" -> MediaKind.IMAGE;
            case "video" -> MediaKind.VIDEO;
            case "audio" -> MediaKind.AUDIO;
            default ->
                    plain.isEmpty() || plain.equals("application/octet-stream")
                            ? byEnding(address)
                            : MediaKind.DOCUMENT;
        };
    }

    private static MediaKind byEnding(String address) {
        var path = address == null ? "" : path(address);
        var ending = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return ENDINGS.entrySet().stream()
                .filter(kind -> kind.getValue().contains(ending))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(MediaKind.DOCUMENT);
    }

    private static String path(String address) {
        try {
            var path = URI.create(address.strip()).getPath();
            return path == null ? "" : path;
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
