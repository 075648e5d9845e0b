package galley.editorial.check.link;

import java.net.URI;

import jakarta.enterprise.context.ApplicationScoped;

import galley.editorial.check.link.LinkResult.Outcome;
import galley.kit.http.FetchException;
import galley.kit.http.FetchRequest;
import galley.kit.http.SafeHttp;

/** Finds out whether a link leads somewhere, and reads as little as that takes. */
@ApplicationScoped
class LinkFetching {
    private final SafeHttp http;

    LinkFetching(SafeHttp http) {
        this.http = http;
    }

    /**
     * Asks once.
     *
     * @throws FetchException.CalledOff when the process ends
     */
    LinkResult fetch(DueLink link) throws FetchException.CalledOff {
        try {
            FetchRequest request = new FetchRequest(URI.create(link.address()), "*/*", null, null);
            return link.headRefused()
                    ? answered(http.get(request).status())
                    : toHead(http.head(request).status());
        } catch (FetchException.CalledOff e) {
            throw e;
        } catch (FetchException e) {
            return failed(e);
        }
    }

    /** Servers that do not care for HEAD answer it with any error. */
    private static LinkResult toHead(int status) {
        LinkResult result = answered(status);
        return status >= 400 && status != 429
                ? LinkResult.answered(Outcome.HEAD_REFUSED, status)
                : result;
    }

    private static LinkResult answered(int status) {
        return LinkResult.answered(
                switch (status) {
                    // who has no access, or is too fast, learns nothing of the link
                    case 401, 403, 429 -> Outcome.WORKS;
                    default -> {
                        if (status < 400) {
                            yield Outcome.WORKS;
                        }
                        yield status < 500 ? Outcome.BROKEN : Outcome.FAILED;
                    }
                },
                status);
    }

    private static LinkResult failed(FetchException failure) {
        return switch (failure) {
            case FetchException.TooLarge _ -> LinkResult.answered(Outcome.WORKS, 200);
            case FetchException.RefusedAddress refused ->
                    LinkResult.silent(Outcome.NOT_ALLOWED, refused.getMessage());
            // a host that is not found among them: names are not found where the resolver is ill
            default -> LinkResult.silent(Outcome.FAILED, failure.getMessage());
        };
    }
}
