package galley.localstack;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;

/** The passwords of the database's users, made at the first start. */
final class Passwords {
    private final Properties byUser;

    private Passwords(Properties byUser) {
        this.byUser = byUser;
    }

    String of(String user) {
        return byUser.getProperty(user);
    }

    /** Reads the file, and first makes it or adds the users that it lacks. */
    static Passwords in(Path file, List<String> users) throws IOException {
        Properties byUser = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                byUser.load(reader);
            }
        }
        if (!byUser.stringPropertyNames().containsAll(users)) {
            SecureRandom random = new SecureRandom();
            for (String user : users) {
                byUser.computeIfAbsent(user, u -> password(random));
            }
            StringWriter text = new StringWriter();
            byUser.store(text, null);
            PrivateFiles.write(file, text.toString());
        }
        return new Passwords(byUser);
    }

    private static String password(SecureRandom random) {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
