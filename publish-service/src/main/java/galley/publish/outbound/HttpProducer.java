package galley.publish.outbound;

import java.io.IOException;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import galley.kit.http.FetchSettings;
import galley.kit.http.SafeHttp;

/** Makes the one client of this service, as its operator wants it. */
@ApplicationScoped
class HttpProducer {
    /** No more of an answer is of use than its first lines. */
    private static final long MAX_BYTES = 64 * 1024;

    @Produces
    @Singleton
    SafeHttp http(FetchConfig config) {
        return new SafeHttp(
                new FetchSettings(
                        config.allowPrivateAddresses(),
                        config.connectTimeout(),
                        config.responseTimeout(),
                        config.deadline(),
                        MAX_BYTES,
                        config.userAgent()));
    }

    void close(@Disposes SafeHttp http) throws IOException {
        http.close();
    }
}
