package galley.ingest.secret;

import java.util.List;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;

/** With what secrets are sealed ({@code galley.secrets.*}). */
@ConfigMapping(prefix = "galley.secrets")
interface SecretsConfig {

    /**
     * Keys as {@code name:key}, separated by commas; a key is 32 random bytes in Base64. The first
     * seals, all of them open: a new key goes to the front, and an old one stays until nothing is
     * sealed with it any more.
     */
    Optional<List<String>> keys();
}
