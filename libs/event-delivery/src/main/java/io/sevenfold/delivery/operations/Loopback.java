package io.sevenfold.delivery.operations;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.core.net.SocketAddress;
import java.util.Set;

/**
 * Operations have no login. Whoever may forward a port to the pod, or run a command in it, calls them from its own loopback
 * address; Prometheus and other pods, which may reach the port, do not. A sidecar that lets calls in comes from further addresses
 * of 127.0.0.0/8, so only the two that are meant count.
 */
final class Loopback {

    private static final Set<String> ADDRESSES = Set.of("127.0.0.1", "0:0:0:0:0:0:0:1", "::1");
    private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    private Loopback() {}

    /** @throws OperationRefused unless the call comes from here, and by hand: not out of a page in an operator's browser */
    static void require(HttpServerRequest request) {
        // The connection's own address: what a header says of it is anybody's word.
        SocketAddress caller = request.connection().remoteAddress();
        if (caller == null || caller.hostAddress() == null || !ADDRESSES.contains(caller.hostAddress())) {
            throw OperationRefused.forbidden(
                    "Operations answer only calls from the pod itself: kubectl port-forward, or kubectl exec");
        }
        // A forwarded port is open to all pages of the browser beside it, by their own names or by one that leads here.
        HostAndPort asked = request.authority();
        if (request.headers().contains("Origin") || asked == null || !NAMES.contains(asked.host())) {
            throw OperationRefused.forbidden("Operations answer no browser, and no name but localhost");
        }
    }
}
