package galley.editorial.picture;

import java.net.URI;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where readers find what publish serves. */
@Singleton
class SiteAddress {
    private final String base;

    SiteAddress(
            @ConfigProperty(name = "galley.site.base-url", defaultValue = "http://127.0.0.1:8083")
                    URI base) {
        this.base = base.toString().replaceFirst("/+$", "");
    }

    /** The absolute address of a picture, once an article that shows it is live. */
    String picture(String hash) {
        return base + "/media/" + hash;
    }
}
