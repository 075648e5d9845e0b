package galley.ingest.run;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import galley.ingest.secret.SealedException;
import galley.ingest.secret.Secrets;
import galley.ingest.source.Credentials;
import galley.ingest.source.Source;

/** Adds sources' credentials to their targets, as late as possible. */
@ApplicationScoped
class Targets {
    private final Secrets secrets;

    Targets(Secrets secrets) {
        this.secrets = secrets;
    }

    /** What a run has to look at. */
    Target open(Started started) throws SealedException {
        return open(started.target(), started.source(), started.credentials());
    }

    /** A source's present target. */
    Target open(Source source) throws SealedException {
        return open(Target.of(source), source.id(), source.credentials());
    }

    private Target open(Target target, UUID source, Credentials credentials)
            throws SealedException {
        return credentials == null ? target : target.with(credentials.headers(source, secrets));
    }
}
