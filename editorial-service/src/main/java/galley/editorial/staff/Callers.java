package galley.editorial.staff;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.http.HttpServerRequest;

import galley.operations.staff.CallingStaff;

/** Tells who is behind the present request. */
@ApplicationScoped
public class Callers {
    private final SecurityIdentity identity;
    private final HttpServerRequest request;
    private final CallingStaff staff;

    Callers(SecurityIdentity identity, HttpServerRequest request, CallingStaff staff) {
        this.identity = identity;
        this.request = request;
        this.staff = staff;
    }

    /**
     * The caller of a request whose token was checked.
     *
     * @throws AuthenticationFailedException when the token does not say whose it is
     */
    public Caller present() {
        return new Caller(
                new Actor(staff.actor()),
                request.remoteAddress().hostAddress(),
                identity.getRoles());
    }
}
