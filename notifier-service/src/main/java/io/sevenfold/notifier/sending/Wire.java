package io.sevenfold.notifier.sending;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jboss.logging.Logger;

/** A TCP connection that can be cut from outside: what hangs, drips or does not read is not waited for. */
final class Wire {

    private static final Logger LOG = Logger.getLogger(Wire.class);

    private final Socket socket = new Socket();
    private final ScheduledExecutorService timer;

    Wire(ScheduledExecutorService timer) {
        this.timer = timer;
    }

    /** @param timeout of connecting and of each read */
    void connect(String host, int port, Duration timeout) throws IOException {
        // The address keeps the name it was asked for: what a certificate must say never comes from a reverse lookup.
        InetAddress address =
                InetAddress.getByAddress(host, InetAddress.getByName(host).getAddress());
        int millis = Math.toIntExact(timeout.toMillis());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(millis);
        socket.connect(new InetSocketAddress(address, port), millis);
    }

    Socket plain() {
        return socket;
    }

    /** Encrypted from here on; the server's certificate must be trusted and name the host. */
    Socket encrypted(SSLSocketFactory tls, String host) throws IOException {
        SSLSocket encrypted = (SSLSocket) tls.createSocket(socket, host, socket.getPort(), true);
        SSLParameters parameters = encrypted.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        encrypted.setSSLParameters(parameters);
        encrypted.startHandshake();
        return encrypted;
    }

    /** From now on it is cut after that time, unless what is returned is cancelled. */
    Future<?> cutAfter(Duration limit) {
        return timer.schedule(this::cut, limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    void cut() {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.debug("The connection was already gone", e);
        }
    }
}
