package galley.publish.rate;

import jakarta.validation.constraints.Min;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Who may read over the API, and how often ({@code galley.publish.api.*}). */
@ConfigMapping(prefix = "galley.publish.api")
public interface ApiConfig {

    /** Whether what is published can be read without a key. */
    @WithDefault("true")
    boolean open();

    /** How many requests a minute one address may send without a key; 0 for any number. */
    @WithDefault("60000")
    @Min(0) int anonymousRate();

    /** How many requests a minute may be sent with one key unless it says otherwise. */
    @WithDefault("60000")
    @Min(1) int keyRate();

    /** How many keys and addresses are counted at a time by each process. */
    @WithDefault("50000")
    @Min(1) int mostCounted();
}
