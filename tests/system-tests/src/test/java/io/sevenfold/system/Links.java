package io.sevenfold.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sevenfold.infra.Mail;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What the links of mails lead to. */
final class Links {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern LINK = Pattern.compile("https?://[^\\s\"'<>)]+");

    private Links() {}

    /** All that a mail holds, in its HTML, its plain text and its headers, as a mail scanner finds them. */
    static List<String> in(Mail mail) {
        String html = mail.html().replace("&amp;", "&");
        String headers = String.valueOf(mail.header("List-Unsubscribe"));
        return LINK.matcher(html + "\n" + mail.text() + "\n" + headers)
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList();
    }

    /** The page of a touchpoint; null where no mail leads there. */
    static String toTouchpoint(Collection<Mail> mails, UUID touchpoint) {
        return to("/touchpoints/", mails).stream()
                .filter(link -> touchpoint
                        .toString()
                        .equals(claims(link).path("touchpoint").asText()))
                .findFirst()
                .orElse(null);
    }

    static String toTouchpoint(Mail mail, UUID touchpoint) {
        return toTouchpoint(List.of(mail), touchpoint);
    }

    static List<String> to(String path, Mail mail) {
        return to(path, List.of(mail));
    }

    /** The pages of this kind, without what is below them. */
    static List<String> to(String path, Collection<Mail> mails) {
        Pattern page = Pattern.compile(".*" + Pattern.quote(path) + "[^/?#]+");
        return mails.stream()
                .flatMap(mail -> in(mail).stream())
                .flatMap(link -> page.matcher(link).results())
                .map(MatchResult::group)
                .distinct()
                .toList();
    }

    private static JsonNode claims(String link) {
        try {
            String token = link.substring(link.lastIndexOf('/') + 1);
            return JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
