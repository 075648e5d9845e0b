package galley.kit.http;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;

import org.apache.hc.core5.http.ConnectionRequestTimeoutException;

import galley.kit.http.FetchException.BrokenAnswer;
import galley.kit.http.FetchException.RefusedAddress;
import galley.kit.http.FetchException.TimedOut;
import galley.kit.http.FetchException.Unreachable;

/** Says what went wrong so that the one who gave the address understands it. */
final class Failures {
    private Failures() {}

    static FetchException of(Throwable failure, URI address) {
        return switch (failure) {
            case FetchException known -> known;
            case HostGuard.RefusedHost refused -> new RefusedAddress(refused.getMessage());
            case UnknownHostException e ->
                    new Unreachable("There is no host of this name: " + e.getMessage(), e);
            case SocketTimeoutException e ->
                    new TimedOut(address.getHost() + " doesn't answer in time.", e);
            case ConnectionRequestTimeoutException e ->
                    new TimedOut("Too many fetches from " + address.getHost() + " at once.", e);
            case ConnectException e ->
                    new Unreachable(address.getHost() + " can't be connected.", e);
            case NoRouteToHostException e ->
                    new Unreachable(address.getHost() + " can't be connected.", e);
            case SSLException e -> new Unreachable("No secure connection: " + e.getMessage(), e);
            default -> new BrokenAnswer("The answer is broken: " + failure.getMessage(), failure);
        };
    }
}
