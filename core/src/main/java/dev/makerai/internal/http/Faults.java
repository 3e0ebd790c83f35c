package dev.makerai.internal.http;

import dev.makerai.errors.TransportException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.UnknownHostException;
import java.net.UnknownServiceException;
import javax.net.ssl.SSLException;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Says what a fault means and what to check, for one request to one host. */
final class Faults {
    private final Secrets secrets;
    private final String method;
    private final HttpUrl url;

    Faults(Secrets secrets, String method, HttpUrl url) {
        this.secrets = secrets;
        this.method = method;
        this.url = url;
    }

    /** No answer came. */
    TransportException noAnswer(IOException fault, int attempts, String clientRequestId, boolean sent) {
        String billed = sent ? " The service may have got the request, and billed it." : "";
        return make(
                what(fault, sent) + tries(attempts) + "." + billed + " (client request id " + clientRequestId + ")",
                attempts,
                null,
                fault);
    }

    /** An answer came and broke off. */
    TransportException cutOff(IOException fault, int attempts, int status, long bytes, @Nullable String requestId) {
        String id = requestId == null ? "" : ", request id " + requestId;
        return make(
                "The answer of " + host() + " broke off after " + bytes + " bytes (HTTP " + status + id
                        + "). "
                        + (method.equals("GET")
                                ? "Check"
                                : "It is not asked for again, since the service has done the work and may have billed"
                                        + " it: check")
                        + " the connection, and the proxies between",
                attempts,
                requestId,
                fault);
    }

    /** The calling thread was interrupted; its flag stays set. */
    TransportException interrupted(int attempts, @Nullable IOException fault) {
        IOException cause = fault == null ? new InterruptedIOException("The thread was interrupted") : fault;
        return make(
                "The thread was interrupted, so the request to " + host() + " was cancelled", attempts, null, cause);
    }

    /** The caller's own limit was reached. */
    TransportException outOfTime(int attempts, @Nullable IOException fault) {
        IOException cause = fault == null ? new InterruptedIOException("No time is left") : fault;
        return make(
                "The time that the caller gave for the request to " + host() + " is over" + tries(attempts)
                        + ": give it more, or ask for less",
                attempts,
                null,
                cause);
    }

    /** The answer is not waited for any longer. */
    TransportException late(String message, int attempts, @Nullable String requestId, IOException fault) {
        String id = requestId == null ? "" : " (request id " + requestId + ")";
        return make(message + id, attempts, requestId, fault);
    }

    private TransportException make(String text, int attempts, @Nullable String requestId, IOException fault) {
        String request = method + " " + url.encodedPath();
        return new TransportException(request + ": " + text, host(), attempts, requestId, secrets.mask(fault));
    }

    private String host() {
        return TransportConfig.host(url);
    }

    private String what(IOException fault, boolean sent) {
        String host = host();
        if (fault instanceof UnknownHostException) {
            return "The host " + host + " is not known: check the network, the name service and the base URL";
        } else if (fault instanceof ConnectException || fault instanceof NoRouteToHostException) {
            return "No connection to " + host
                    + ": check that the server runs there, and the network, port and firewall";
        } else if (fault instanceof SSLException) {
            return "No secure connection to " + host + ": check the clock, the certificates, and proxies that replace"
                    + " them";
        } else if (fault instanceof UnknownServiceException) {
            return "The client does not allow the kind of connection that " + host + " needs: check the base URL's"
                    + " scheme and the client's connection specs";
        } else if (fault instanceof InterruptedIOException) {
            return sent
                    ? host + " did not answer in time: raise the timeout, or ask for less"
                    : "No connection to " + host + " in time: check the network and proxies";
        } else if (fault instanceof ProtocolException) {
            return host + " does not speak HTTP as it should: check the base URL's scheme and port";
        }
        return "The connection to " + host + " broke: check the network and proxies";
    }

    private static String tries(int attempts) {
        return attempts <= 1 ? "" : " (tried " + attempts + " times)";
    }
}
