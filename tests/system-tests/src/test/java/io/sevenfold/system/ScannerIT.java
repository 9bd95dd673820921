package io.sevenfold.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sevenfold.infra.Mail;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Scanners of mail open all they find, before the rep does. */
class ScannerIT {

    private static final Pattern HREF = Pattern.compile("href=\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void changesNothingByFetchingWhatMailsAndTheirPagesLinkTo_N6() throws Exception {
        // Given: a digest, and the mail of a reply owed
        Morning morning = Morning.with("Ada Lovelace", "Mary Anning", "Emmy Noether");
        morning.write("Emmy Noether", "Can you call me today?");
        String reply = morning.replyLink("Emmy Noether");
        Map<String, String> rows = Rows.of(morning.workspace.name);
        String queue = morning.workspace.queue().prettify();

        // When
        Set<String> pages = fetchAll(morning.workspace.mails());

        // Then: it came as far as the forms, and nothing is other than before
        assertTrue(pages.contains(reply + "/done"), pages::toString);
        assertTrue(pages.contains(morning.link("Ada Lovelace") + "/snooze"), pages::toString);
        assertTrue(pages.contains(morning.unsubscribe()), pages::toString);
        assertEquals(rows, Rows.of(morning.workspace.name));
        assertEquals(queue, morning.workspace.queue().prettify());
    }

    /** Follows links from the mails on, by HEAD and by GET, twice. */
    private Set<String> fetchAll(List<Mail> mails) throws IOException, InterruptedException {
        Deque<String> open = new ArrayDeque<>();
        mails.forEach(mail -> open.addAll(Links.in(mail)));
        Set<String> fetched = new HashSet<>();
        while (!open.isEmpty()) {
            String url = open.pop();
            if (fetched.add(url)) {
                int head = fetch("HEAD", url).statusCode();
                fetch("GET", url);
                HttpResponse<String> page = fetch("GET", url);
                assertEquals(200, page.statusCode(), url);
                assertEquals(200, head, url);
                Matcher hrefs = HREF.matcher(page.body());
                while (hrefs.find()) {
                    open.add(URI.create(url)
                            .resolve(hrefs.group(1).replace("&amp;", "&"))
                            .toString());
                }
            }
        }
        return fetched;
    }

    private HttpResponse<String> fetch(String method, String url) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        return http.send(request, BodyHandlers.ofString());
    }
}
