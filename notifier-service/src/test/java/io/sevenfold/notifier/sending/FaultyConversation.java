package io.sevenfold.notifier.sending;

import io.sevenfold.notifier.sending.Fault.Stage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLSocket;

/** One connection to a {@link FaultySmtpServer}. */
final class FaultyConversation {

    private final FaultySmtpServer server;
    private Socket client;
    private BufferedReader in;
    private Fault fault;

    FaultyConversation(FaultySmtpServer server, Socket client) {
        this.server = server;
        this.client = client;
    }

    void hold() throws IOException {
        if (server.tls() == FaultySmtpServer.Tls.IMPLICIT) {
            encrypt();
        }
        in = reader();
        fault = server.next(false);
        if (!answer(Stage.GREETING, "220 faulty ESMTP")) {
            return;
        }
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            server.commands().add(line);
            if (!hear(line)) {
                return;
            }
        }
    }

    /** False: the connection is over. */
    private boolean hear(String line) throws IOException {
        Stage stage = Stage.of(line);
        if (stage == Stage.MAIL) {
            fault = server.next(true);
        }
        if (stage == Stage.EHLO) {
            return answer(stage, "250-faulty\r\n" + extensions() + "250 OK");
        }
        if (stage == Stage.STARTTLS && (fault == null || fault.stage() != stage)) {
            say("220 go ahead");
            encrypt();
            in = reader();
            return true;
        }
        if (stage == Stage.AUTH) {
            return answer(stage, "235 2.7.0 welcome");
        }
        if (stage == Stage.DATA && (fault == null || fault.stage() != stage)) {
            say("354 go ahead");
            return take(read());
        }
        return answer(stage, line.equals("QUIT") ? "221 bye" : "250 fine");
    }

    private boolean take(String mail) throws IOException {
        server.seen().add(mail);
        if (fault == null
                || fault.stage() != Stage.DOT
                || fault.answer() != null && fault.answer().startsWith("250")) {
            server.taken().add(mail);
        }
        return answer(Stage.DOT, "250 2.0.0 taken");
    }

    private boolean answer(Stage stage, String usual) throws IOException {
        if (fault == null || fault.stage() != stage) {
            say(usual);
            return true;
        }
        if (fault.answer() != null) {
            say(fault.answer());
        }
        switch (fault.then()) {
            case GO_ON -> fault = null;
            case DROP -> {
                return false;
            }
            case HANG -> {
                return in.readLine() != null;
            }
            case DRIP -> drip();
        }
        return true;
    }

    private void drip() throws IOException {
        say("2");
        while (true) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            client.getOutputStream().write('5');
            client.getOutputStream().flush();
        }
    }

    private String extensions() {
        boolean offered = server.tls() == FaultySmtpServer.Tls.OFFERED && !(client instanceof SSLSocket);
        return (offered ? "250-STARTTLS\r\n" : "") + "250-AUTH PLAIN\r\n";
    }

    private void encrypt() throws IOException {
        SSLSocket encrypted = (SSLSocket) server.certificate().createSocket(client, null, client.getPort(), true);
        encrypted.setUseClientMode(false);
        encrypted.startHandshake();
        client = encrypted;
    }

    private String read() throws IOException {
        StringBuilder mail = new StringBuilder();
        for (String line = in.readLine(); !line.equals("."); line = in.readLine()) {
            mail.append(line).append("\r\n");
        }
        return mail.toString();
    }

    private BufferedReader reader() throws IOException {
        return new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
    }

    private void say(String line) throws IOException {
        client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        client.getOutputStream().flush();
    }
}
