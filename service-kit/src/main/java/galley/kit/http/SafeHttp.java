package galley.kit.http;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpHead;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.entity.UrlEncodedFormEntity;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.message.BasicNameValuePair;
import org.apache.hc.core5.io.Closer;

import galley.kit.http.FetchException.BrokenAnswer;
import galley.kit.http.FetchException.CalledOff;
import galley.kit.http.FetchException.RefusedAddress;
import galley.kit.http.FetchException.TimedOut;

/**
 * Gets what strangers point at, without letting them point inside (server-side request forgery) and
 * without waiting or reading for ever.
 *
 * <p>Redirects are followed up to {@value #MAX_REDIRECTS} times; every hop is checked like the
 * first address. A redirect from https to http is refused: whoever sits on the way could write the
 * news. Confidential fields are sent to the first address's server alone. Thread-safe.
 */
public final class SafeHttp implements Closeable {
    private static final int MAX_REDIRECTS = 5;

    private final FetchSettings settings;
    private final HostGuard guard;
    private final CloseableHttpClient client;
    private final AnswerReader reader;

    // Virtual threads, because interrupting one closes the socket that it waits on.
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** A client of its own, to be closed by its owner. */
    public SafeHttp(FetchSettings settings) {
        this(settings, new HostGuard(settings.allowPrivateAddresses()));
    }

    SafeHttp(FetchSettings settings, HostGuard guard) {
        this.settings = settings;
        this.guard = guard;
        this.client = HttpClients.create(settings, guard);
        this.reader = new AnswerReader(settings.maxBytes());
    }

    /**
     * Reads an address that somebody gave and puts it into one form: lower-case host, no usual
     * port, no fragment.
     *
     * @throws RefusedAddress when it is no http(s) address, carries a password, or its very text
     *     points inside; a name is looked up only when it is fetched
     */
    public URI check(String address) throws RefusedAddress {
        var parsed = WebAddress.parse(address);
        refuseInside(parsed);
        return parsed;
    }

    /**
     * Fetches, following redirects.
     *
     * @throws FetchException when no whole answer came in time; a status such as 404 is an answer
     */
    public Fetched get(FetchRequest request) throws FetchException {
        return within(() -> follow(request, HttpGet::new), request.address());
    }

    /**
     * Asks what {@link #get} would answer, without its body (HEAD), following redirects.
     *
     * @throws FetchException when no answer came in time; a status such as 405 is an answer
     */
    public Fetched head(FetchRequest request) throws FetchException {
        return within(() -> follow(request, HttpHead::new), request.address());
    }

    /**
     * Sends a form ({@code application/x-www-form-urlencoded}, UTF-8). A redirect is an answer: a
     * form is for the one to whom it is addressed.
     *
     * @throws FetchException when no whole answer came in time; a status such as 404 is an answer
     */
    public Fetched post(FormRequest request) throws FetchException {
        return within(
                () -> {
                    refuseInside(request.address());
                    var post = new HttpPost(request.address());
                    var fields =
                            request.fields().entrySet().stream()
                                    .map(f -> new BasicNameValuePair(f.getKey(), f.getValue()))
                                    .toList();
                    post.setEntity(new UrlEncodedFormEntity(fields, StandardCharsets.UTF_8));
                    return exchange(post, request.address());
                },
                request.address());
    }

    /**
     * Sends bytes. A redirect is an answer: they are for the one to whom they are addressed.
     *
     * @throws FetchException when no whole answer came in time; a status such as 404 is an answer
     */
    public Fetched post(PostRequest request) throws FetchException {
        return within(
                () -> {
                    refuseInside(request.address());
                    var post = new HttpPost(request.address());
                    post.setEntity(
                            new ByteArrayEntity(
                                    request.body(), ContentType.parse(request.contentType())));
                    request.headers().forEach(post::setHeader);
                    return exchange(post, request.address());
                },
                request.address());
    }

    private Fetched within(Callable<Fetched> exchange, URI address) throws FetchException {
        var fetch = threads.submit(exchange);
        try {
            return fetch.get(settings.deadline().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new TimedOut(
                    "It took longer than " + settings.deadline().toSeconds() + " seconds.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CalledOff(e);
        } catch (ExecutionException e) {
            throw Failures.of(e.getCause(), address);
        } finally {
            fetch.cancel(true);
        }
    }

    @Override
    public void close() throws IOException {
        threads.shutdownNow();
        client.close();
    }

    private Fetched follow(FetchRequest request, Function<URI, HttpUriRequestBase> method)
            throws IOException {
        var address = request.address();
        URI movedTo = null;
        boolean permanent = true;
        for (int redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
            refuseInside(address);
            var answer = exchange(request, method.apply(address), address);
            var target = redirect(answer);
            if (target == null) {
                return new Fetched(
                        answer.status(), address, movedTo, answer.headers(), answer.body());
            }
            refuseDowngrade(address, target);
            permanent = permanent && (answer.status() == 301 || answer.status() == 308);
            movedTo = permanent ? target : movedTo;
            address = target;
        }
        throw new BrokenAnswer("It redirects more than " + MAX_REDIRECTS + " times.", null);
    }

    private Fetched exchange(FetchRequest request, HttpUriRequestBase message, URI address)
            throws IOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("called off");
        }
        message.setHeader("Accept", request.accept());
        message.setHeader("Accept-Encoding", "gzip");
        if (request.ifNoneMatch() != null) {
            message.setHeader("If-None-Match", request.ifNoneMatch());
        }
        if (request.ifModifiedSince() != null) {
            message.setHeader("If-Modified-Since", request.ifModifiedSince());
        }
        if (request.trusts(address)) {
            request.confidential().forEach(message::setHeader);
        }
        return exchange(message, address);
    }

    private Fetched exchange(HttpUriRequestBase request, URI address) throws IOException {
        var response = client.executeOpen(null, request, null);
        try {
            return reader.read(response, address);
        } finally {
            // Closing alone would read what is left of the body first, however long.
            request.cancel();
            Closer.closeQuietly(response);
        }
    }

    private static URI redirect(Fetched answer) throws RefusedAddress {
        var location = answer.header("Location");
        return switch (answer.status()) {
            case 301, 302, 303, 307, 308 ->
                    location.isPresent()
                            ? WebAddress.resolve(answer.address(), location.get())
                            : null;
            default -> null;
        };
    }

    private void refuseInside(URI address) throws RefusedAddress {
        var host = address.getHost().replaceAll("[\\[\\]]", "");
        if (guard.refusesLiteral(host)) {
            throw new RefusedAddress(new HostGuard.RefusedHost(host).getMessage());
        }
    }

    private static void refuseDowngrade(URI from, URI to) throws RefusedAddress {
        if (from.getScheme().equals("https") && to.getScheme().equals("http")) {
            throw new RefusedAddress("It redirects from https to http, which is not followed.");
        }
    }
}
