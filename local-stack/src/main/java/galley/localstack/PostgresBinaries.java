package galley.localstack;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** The programs of PostgreSQL, which come as a Maven artifact for the platform at hand. */
final class PostgresBinaries {
    private final Path home;

    private PostgresBinaries(Path home) {
        this.home = home;
    }

    Path program(String name) {
        return home.resolve("bin").resolve(name);
    }

    /** Unpacks the programs beside the build's output, once; safe for several processes at once. */
    static PostgresBinaries unpacked() throws IOException {
        URL archive = archive();
        Path home = BuildOutput.directory().resolve(nameOf(archive));
        if (!Files.isDirectory(home)) {
            Path draft = Files.createTempDirectory(BuildOutput.directory(), "postgres-unpacking");
            unpack(archive, draft);
            try {
                Files.move(draft, home);
            } catch (IOException e) {
                if (!Files.isDirectory(home)) {
                    throw e;
                }
                Directories.delete(draft); // another process was first
            }
        }
        return new PostgresBinaries(home);
    }

    private static URL archive() {
        String os =
                System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac")
                        ? "darwin"
                        : "linux";
        String arch = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
        String name = "/postgres-" + os + "-" + arch + ".txz";
        URL archive = PostgresBinaries.class.getResource(name);
        if (archive == null) {
            throw new IllegalStateException("No PostgreSQL for this platform: " + name);
        }
        return archive;
    }

    private static String nameOf(URL archive) throws IOException {
        String jar =
                Path.of(((JarURLConnection) archive.openConnection()).getJarFileURL().getPath())
                        .getFileName()
                        .toString();
        return jar.replace(".jar", "");
    }

    private static void unpack(URL archive, Path directory) throws IOException {
        try (InputStream in = archive.openStream();
                var tar = new TarArchiveInputStream(new XZCompressorInputStream(in))) {
            for (TarArchiveEntry e = tar.getNextEntry(); e != null; e = tar.getNextEntry()) {
                Path file = directory.resolve(e.getName()).normalize();
                if (e.isDirectory()) {
                    Files.createDirectories(file);
                    continue;
                }
                Files.createDirectories(file.getParent());
                if (e.isSymbolicLink()) {
                    Files.createSymbolicLink(file, Path.of(e.getLinkName()));
                } else {
                    Files.copy(tar, file);
                    Files.setPosixFilePermissions(file, permissions(e.getMode()));
                }
            }
        }
        // Made for its owner only at first; PostgreSQL may have to run as somebody else.
        Files.setPosixFilePermissions(directory, permissions(0755));
    }

    private static Set<PosixFilePermission> permissions(int mode) {
        PosixFilePermission[] fromHighestBit = PosixFilePermission.values();
        Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
        for (int bit = 0; bit < fromHighestBit.length; bit++) {
            if ((mode >> (fromHighestBit.length - 1 - bit) & 1) == 1) {
                permissions.add(fromHighestBit[bit]);
            }
        }
        return permissions;
    }
}
