package galley.publish.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

import jakarta.inject.Singleton;

import galley.publish.http.Representation;

/**
 * What pages are dressed in: the built-in files, and a theme's, which take their places. Each has
 * an address with a hash of its bytes in it, under which it never changes.
 */
@Singleton
class Assets {
    static final String STYLE = "site.css";
    static final String ICON = "icon.svg";

    /** A theme's additions to the style sheet: a few variables, mostly. */
    private static final String THEME_STYLE = "theme.css";

    private static final int HASH_BYTES = 6;
    private static final Pattern HASHED = Pattern.compile("(.+)\\.([0-9a-f]{12})(\\.[a-z0-9]+)");
    private static final Map<String, String> TYPES =
            Map.ofEntries(
                    Map.entry("avif", "image/avif"),
                    Map.entry("css", "text/css;charset=UTF-8"),
                    Map.entry("gif", "image/gif"),
                    Map.entry("ico", "image/x-icon"),
                    Map.entry("jpg", "image/jpeg"),
                    Map.entry("png", "image/png"),
                    Map.entry("svg", "image/svg+xml"),
                    Map.entry("webp", "image/webp"),
                    Map.entry("woff2", "font/woff2"));

    private final Map<String, Asset> assets = new TreeMap<>();

    Assets(Theme theme) {
        Map<String, byte[]> files = new TreeMap<>();
        files.put(STYLE, builtIn(STYLE));
        files.put(ICON, builtIn(ICON));
        files.putAll(theme.assets());
        byte[] additions = files.remove(THEME_STYLE);
        if (additions != null) {
            files.merge(STYLE, additions, Assets::joined);
        }
        files.forEach((name, bytes) -> assets.put(name, Asset.of(name, bytes)));
    }

    /**
     * The address of a file.
     *
     * @throws IllegalArgumentException when there is none of this name
     */
    String path(String name) {
        var asset = assets.get(name);
        if (asset == null) {
            throw new IllegalArgumentException("There is no asset " + name);
        }
        return "/assets/" + asset.hashedName();
    }

    /**
     * The file at an address. Under the hash of other bytes than these there is what its name
     * stands for now: while replicas are replaced, one may be asked for what the other's pages
     * name.
     *
     * @param name the last segment of its path
     */
    Optional<Found> find(String name) {
        var hashed = HASHED.matcher(name);
        var plain = hashed.matches() ? hashed.group(1) + hashed.group(3) : name;
        return Optional.ofNullable(assets.get(plain))
                .map(asset -> new Found(asset.content(), asset.hashedName().equals(name)));
    }

    /**
     * A file that was asked for.
     *
     * @param lasting whether the address never leads to anything else
     */
    record Found(Representation content, boolean lasting) {}

    private record Asset(String hashedName, Representation content) {
        static Asset of(String name, byte[] bytes) {
            int dot = name.lastIndexOf('.');
            var type = dot < 1 ? null : TYPES.get(name.substring(dot + 1));
            if (type == null) {
                throw new IllegalStateException(
                        "An asset of no known type: " + name + "; there are " + TYPES.keySet());
            }
            var hashed = name.substring(0, dot) + "." + hash(bytes) + name.substring(dot);
            return new Asset(hashed, Representation.of(type, bytes));
        }
    }

    private static byte[] joined(byte[] first, byte[] second) {
        var joined = new ByteArrayOutputStream();
        joined.writeBytes(first);
        joined.write('\n');
        joined.writeBytes(second);
        return joined.toByteArray();
    }

    private static byte[] builtIn(String name) {
        try (var file = Assets.class.getResourceAsStream("/assets/" + name)) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(byte[] bytes) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(Arrays.copyOf(hash, HASH_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
