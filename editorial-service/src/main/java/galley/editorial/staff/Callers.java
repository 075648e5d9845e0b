package galley.editorial.staff;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.http.HttpServerRequest;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Tells who is behind the present request. */
@ApplicationScoped
public class Callers {
    private final SecurityIdentity identity;
    private final JsonWebToken token;
    private final HttpServerRequest request;
    private final Staff staff;

    Callers(SecurityIdentity identity, JsonWebToken token, HttpServerRequest request, Staff staff) {
        this.identity = identity;
        this.token = token;
        this.request = request;
        this.staff = staff;
    }

    /**
     * The caller of a request whose token was checked.
     *
     * @throws AuthenticationFailedException when the token does not say whose it is
     */
    public Caller present() {
        if (token.getSubject() == null) {
            throw new AuthenticationFailedException("The token has no subject");
        }
        String name = token.getClaim("name");
        return new Caller(
                staff.actor(token.getSubject(), name == null ? token.getName() : name),
                request.remoteAddress().hostAddress(),
                identity.getRoles());
    }
}
