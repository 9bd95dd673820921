package io.sevenfold.notifier.sending;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * An SMTP server that writes each mail to the disk (fsync) before it says that it has it, as RFC 5321 wants it. It answers at once, but
 * for the time that it may be told to take over each mail, as a server does that looks into it.
 */
final class SmtpSink implements AutoCloseable {

    private final ServerSocket socket = new ServerSocket();
    private final Path folder;
    private final AtomicInteger taken = new AtomicInteger();
    private volatile long lastNanos;
    private volatile byte[] lastMail;
    private volatile Duration perMail = Duration.ZERO;

    SmtpSink(int port, Path folder) throws IOException {
        this.folder = folder;
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        start(this::accept);
    }

    int port() {
        return socket.getLocalPort();
    }

    void takeOverEach(Duration time) {
        perMail = time;
    }

    int taken() {
        return taken.get();
    }

    /** When the last mail came, by {@link System#nanoTime}. */
    long lastNanos() {
        return lastNanos;
    }

    byte[] lastMail() {
        return lastMail;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = socket.accept();
                client.setTcpNoDelay(true);
                start(() -> talk(client));
            }
        } catch (IOException e) {
            // Closed.
        }
    }

    private void talk(Socket client) {
        Path spool = folder.resolve(Integer.toString(client.getPort()));
        try (client;
                BufferedReader in = new BufferedReader(
                        new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
                FileChannel file = FileChannel.open(spool, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            OutputStream out = client.getOutputStream();
            say(out, "220 sink");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.equals("DATA")) {
                    say(out, "354 go ahead");
                    take(in, file);
                }
                say(out, "250 OK");
            }
        } catch (IOException e) {
            // The client is gone.
        }
    }

    private void take(BufferedReader in, FileChannel file) throws IOException {
        ByteArrayOutputStream mail = new ByteArrayOutputStream();
        for (String line = in.readLine(); !line.equals("."); line = in.readLine()) {
            mail.writeBytes((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        }
        lastMail = mail.toByteArray();
        file.write(ByteBuffer.wrap(lastMail));
        file.force(false);
        LockSupport.parkNanos(perMail.toNanos());
        taken.incrementAndGet();
        lastNanos = System.nanoTime();
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "sink");
        thread.setDaemon(true);
        thread.start();
    }
}
