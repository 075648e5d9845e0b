package galley.ingest.run;

import java.util.Optional;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import galley.ingest.access.Roles;
import galley.ingest.format.Formats;
import galley.kit.http.FetchException.RefusedAddress;
import galley.kit.http.SafeHttp;
import galley.kit.problem.Problems;

/** Addresses that are looked at before they are registered as sources. */
@Path("/v1/sources/dry-run")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed(Roles.ADMIN)
@Tag(name = "sources")
class TrialResource {
    private final DryRun dryRun;
    private final SafeHttp http;
    private final Formats formats;

    TrialResource(DryRun dryRun, SafeHttp http, Formats formats) {
        this.dryRun = dryRun;
        this.http = http;
        this.formats = formats;
    }

    /**
     * What is to be looked at.
     *
     * @param format a format's name, or {@code auto} (the default)
     */
    record Trial(String url, String format) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Show what an address would bring as a source")
    public DryRunAnswer look(Trial trial) {
        if (trial == null || trial.url() == null) {
            throw Problems.unprocessable("url", "url is missing.");
        }
        var format = trial.format() == null ? Formats.AUTO : trial.format();
        if (!formats.isKnown(format)) {
            throw Problems.unprocessable("format", formats.sentence());
        }
        try {
            return dryRun.of(Target.of(http.check(trial.url()), format), Optional.empty());
        } catch (RefusedAddress e) {
            throw Problems.unprocessable("url", e.getMessage());
        }
    }
}
