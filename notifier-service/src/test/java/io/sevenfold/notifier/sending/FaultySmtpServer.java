package io.sevenfold.notifier.sending;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLSocketFactory;

/** An SMTP server on a real socket that misbehaves as told: one fault for each connection or mail that comes, then none any more. */
final class FaultySmtpServer implements AutoCloseable {

    /** How it encrypts. */
    enum Tls {
        NONE,
        /** Offered by STARTTLS. */
        OFFERED,
        /** From the first byte. */
        IMPLICIT
    }

    private final ServerSocket socket;
    private final Thread accepting;
    private final Tls tls;
    private final SSLSocketFactory certificate;
    private final Set<Socket> clients = ConcurrentHashMap.newKeySet();
    private final Queue<Fault> faults = new ConcurrentLinkedQueue<>();
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final List<String> taken = new CopyOnWriteArrayList<>();
    private final List<String> seen = new CopyOnWriteArrayList<>();

    FaultySmtpServer(int port, Fault... faults) {
        this(port, Tls.NONE, null, faults);
    }

    FaultySmtpServer(int port, Tls tls, SSLSocketFactory certificate, Fault... faults) {
        this.tls = tls;
        this.certificate = certificate;
        this.faults.addAll(List.of(faults));
        try {
            socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        accepting = daemon(this::accept);
    }

    int port() {
        return socket.getLocalPort();
    }

    Tls tls() {
        return tls;
    }

    SSLSocketFactory certificate() {
        return certificate;
    }

    /** All it was told, without what stands in mails. */
    List<String> commands() {
        return commands;
    }

    /** Mails that were answered with 250. */
    List<String> taken() {
        return taken;
    }

    /** Mails that came up to the final dot, whatever was answered. */
    List<String> seen() {
        return seen;
    }

    /** How many connections there were. */
    long connections() {
        return commands.stream().filter(command -> command.startsWith("EHLO")).count();
    }

    /** The next fault, where it is one of a mail or, before any mail, of a connection. */
    Fault next(boolean ofMail) {
        Fault next = faults.peek();
        return next == null || next.stage().isBeforeAnyMail() == ofMail ? null : faults.poll();
    }

    /** Ends all connections. */
    @Override
    public void close() throws IOException {
        socket.close();
        try {
            accepting.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        for (Socket client : clients) {
            client.close();
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket client = socket.accept();
                clients.add(client);
                daemon(() -> talk(client));
            }
        } catch (IOException e) {
            // Closed: the test is over.
        }
    }

    private void talk(Socket client) {
        try (client) {
            new FaultyConversation(this, client).hold();
        } catch (IOException e) {
            // The client is gone.
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "faulty-smtp");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
