package galley.editorial.lock;

import java.time.Instant;
import java.util.UUID;

import galley.editorial.staff.Actor;

/**
 * Told within the transaction in which somebody takes a lock or ends one; not when it is renewed,
 * nor when it ends by itself.
 *
 * @param step {@code lock}, {@code unlock} or {@code break-lock}
 */
public record LockChanged(UUID article, String step, Actor by, Instant at) {}
