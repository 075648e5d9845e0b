package galley.publish.hub;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestResponse;

/** Where feeds are subscribed to (WebSub). */
@Path("/hub")
@PermitAll
@RunOnVirtualThread
@Tag(name = "Feeds")
public class HubResource {
    private final HubForm form;
    private final Requests requests;

    HubResource(HubForm form, Requests requests) {
        this.form = form;
        this.requests = requests;
    }

    /** Takes a request, about which the subscriber is then asked. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(
            summary = "Subscribes to a feed, or ends a subscription (WebSub)",
            description =
                    "`hub.mode` is subscribe or unsubscribe, `hub.topic` the address of a feed,"
                            + " `hub.callback` where it is sent when it changes. A"
                            + " `hub.secret` of less than 200 bytes signs what is sent;"
                            + " `hub.lease_seconds` is between a minute and 30 days, ten days"
                            + " without it. The callback is asked whether it meant that.")
    @APIResponse(responseCode = "202", description = "The callback will be asked")
    public RestResponse<Void> ask(
            @RestForm("hub.mode") String mode,
            @RestForm("hub.topic") String topic,
            @RestForm("hub.callback") String callback,
            @RestForm("hub.secret") String secret,
            @RestForm("hub.lease_seconds") String lease) {
        requests.add(form.read(mode, topic, callback, secret, lease));
        return RestResponse.accepted();
    }
}
