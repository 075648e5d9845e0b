package galley.kit.problem;

import java.util.List;

import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns whatever goes wrong in a request into a problem, so that every error looks alike. */
final class ProblemMapper {
    private static final Logger LOG = Logger.getLogger(ProblemMapper.class);
    private static final String MEDIA_TYPE = "application/problem+json";

    /** Before the platform's own mappers. */
    private static final int FIRST = Priorities.USER - 1;

    private static final int RETRY_AFTER_SECONDS = 5;

    @ServerExceptionMapper
    Response problem(Problem problem, RoutingContext request) {
        return answer(problem, request).build();
    }

    @ServerExceptionMapper(
            value = {UnauthorizedException.class, AuthenticationFailedException.class},
            priority = FIRST)
    Uni<Response> unauthorized(RoutingContext request) {
        var problem =
                Problems.of(
                        401,
                        "unauthorized",
                        "Unauthorized",
                        "Send a valid bearer token in the header Authorization.");
        HttpAuthenticator authenticator = request.get(HttpAuthenticator.class.getName());
        if (authenticator == null) {
            return Uni.createFrom().item(answer(problem, request).build());
        }
        return authenticator
                .getChallenge(request)
                .map(challenge -> challenged(problem, challenge, request));
    }

    @ServerExceptionMapper(priority = FIRST)
    Response forbidden(ForbiddenException refusal, RoutingContext request) {
        var problem = Problems.forbidden("forbidden", "Forbidden", "Your role may not do this.");
        return answer(problem, request).build();
    }

    @ServerExceptionMapper(priority = FIRST)
    Response invalid(ConstraintViolationException invalid, RoutingContext request) {
        var errors =
                invalid.getConstraintViolations().stream()
                        .map(FieldErrors::of)
                        .sorted(FieldErrors.IN_ORDER)
                        .toList();
        return answer(Problems.unprocessable(errors), request).build();
    }

    // the second is named because the platform has a mapper of its own for it
    @ServerExceptionMapper(
            value = {JsonProcessingException.class, MismatchedInputException.class},
            priority = FIRST)
    Response unreadable(JsonProcessingException unreadable, RoutingContext request) {
        return answer(FieldErrors.of(unreadable), request).build();
    }

    @ServerExceptionMapper
    Response refused(WebApplicationException refused, RoutingContext request) {
        if (refused.getCause() instanceof JsonProcessingException unreadable) {
            return unreadable(unreadable, request);
        }
        var response = refused.getResponse();
        if (response.getStatus() < 400) {
            return response;
        }
        var answer = answer(PlatformProblems.of(response.getStatus()), request);
        response.getStringHeaders().forEach((name, values) -> keep(answer, name, values));
        return answer.build();
    }

    @ServerExceptionMapper
    Response fault(Exception fault, RoutingContext request) {
        Problem problem = Faults.problem(fault);
        if (problem.status() == 503) {
            return unavailable(problem, fault, request);
        }
        LOG.errorf(fault, "%s %s failed", request.request().method(), request.normalizedPath());
        return answer(problem, request).build();
    }

    /** Says so in a line: while the database is away every request would bring a stack trace. */
    private static Response unavailable(Problem problem, Exception fault, RoutingContext request) {
        LOG.warnf(
                "%s %s finds no database: %s",
                request.request().method(), request.normalizedPath(), fault.getMessage());
        return answer(problem, request)
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .build();
    }

    private static Response challenged(
            Problem problem, ChallengeData challenge, RoutingContext request) {
        var answer = answer(problem, request);
        if (challenge != null) {
            challenge.getHeaders().forEach((name, value) -> answer.header(name.toString(), value));
        }
        return answer.build();
    }

    /** What belongs to the refusal, such as Allow, but not to a body that isn't sent. */
    private static void keep(Response.ResponseBuilder answer, String name, List<String> values) {
        if (!name.regionMatches(true, 0, "Content-", 0, "Content-".length())) {
            values.forEach(value -> answer.header(name, value));
        }
    }

    private static Response.ResponseBuilder answer(Problem problem, RoutingContext request) {
        var traceId = (String) MDC.get("traceId");
        return Response.status(problem.status())
                .type(MEDIA_TYPE)
                .entity(problem.body(request.normalizedPath(), traceId));
    }
}
