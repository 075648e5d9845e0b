package galley.operations.staff;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.security.AuthenticationFailedException;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Tells who is behind the present request. */
@ApplicationScoped
public class CallingStaff {
    private final JsonWebToken token;
    private final Staff staff;

    CallingStaff(JsonWebToken token, Staff staff) {
        this.token = token;
        this.staff = staff;
    }

    /**
     * Who sent a request whose token was checked, as {@link Staff#actor} names them.
     *
     * @throws AuthenticationFailedException when the token does not say whose it is
     */
    public String actor() {
        if (token.getSubject() == null) {
            throw new AuthenticationFailedException("The token has no subject");
        }
        String name = token.getClaim("name");
        return staff.actor(token.getSubject(), name == null ? token.getName() : name);
    }
}
