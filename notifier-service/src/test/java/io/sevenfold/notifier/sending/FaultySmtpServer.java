package io.sevenfold.notifier.sending;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/** An SMTP server on a real socket that misbehaves as told: one fault for each mail that comes, then none any more. */
final class FaultySmtpServer implements AutoCloseable {

    /** Where a mail's conversation has come to. */
    enum Stage {
        MAIL,
        RCPT,
        DATA,
        DOT
    }

    /** @param answer null: no answer, the connection is dropped */
    record Fault(Stage stage, String answer, boolean dropAfter) {

        static Fault answer(Stage stage, String answer) {
            return new Fault(stage, answer, false);
        }

        static Fault drop(Stage stage) {
            return new Fault(stage, null, true);
        }

        @Override
        public String toString() {
            return stage + ": " + (answer == null ? "dropped" : answer + (dropAfter ? ", dropped" : ""));
        }
    }

    private static final Fault NONE = new Fault(null, null, false);

    private final ServerSocket socket;
    private final Thread accepting;
    private final Queue<Fault> faults = new ConcurrentLinkedQueue<>();
    private final List<String> taken = new CopyOnWriteArrayList<>();
    private final List<String> seen = new CopyOnWriteArrayList<>();

    FaultySmtpServer(int port, Fault... faults) {
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

    /** Mails that were answered with 250. */
    List<String> taken() {
        return taken;
    }

    /** Mails that came up to the final dot, whatever was answered. */
    List<String> seen() {
        return seen;
    }

    @Override
    public void close() throws IOException {
        socket.close();
        try {
            accepting.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket client = socket.accept();
                daemon(() -> talk(client));
            }
        } catch (IOException e) {
            // Closed: the test is over.
        }
    }

    private void talk(Socket client) {
        try (client;
                BufferedReader in = new BufferedReader(
                        new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1))) {
            say(client, "220 faulty ESMTP");
            Fault fault = NONE;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                Stage stage = stage(line);
                if (stage == Stage.MAIL) {
                    fault = faults.isEmpty() ? NONE : faults.remove();
                }
                if (stage != null && stage == fault.stage()) {
                    if (!misbehave(client, fault)) {
                        return;
                    }
                } else if (stage == Stage.DATA) {
                    say(client, "354 go ahead");
                    String mail = read(in);
                    seen.add(mail);
                    if (fault.stage() == Stage.DOT) {
                        if (!misbehave(client, fault)) {
                            return;
                        }
                    } else {
                        taken.add(mail);
                        say(client, "250 2.0.0 taken");
                    }
                } else {
                    say(client, "250 fine");
                }
            }
        } catch (IOException e) {
            // The client is gone.
        }
    }

    /** False: the connection is over. */
    private static boolean misbehave(Socket client, Fault fault) throws IOException {
        if (fault.answer() != null) {
            say(client, fault.answer());
        }
        return !fault.dropAfter();
    }

    private static Stage stage(String line) {
        return line.startsWith("MAIL ")
                ? Stage.MAIL
                : line.startsWith("RCPT ") ? Stage.RCPT : line.equals("DATA") ? Stage.DATA : null;
    }

    private static String read(BufferedReader in) throws IOException {
        StringBuilder mail = new StringBuilder();
        for (String line = in.readLine(); !line.equals("."); line = in.readLine()) {
            mail.append(line).append("\r\n");
        }
        return mail.toString();
    }

    private static void say(Socket client, String line) throws IOException {
        client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        client.getOutputStream().flush();
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "faulty-smtp");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
