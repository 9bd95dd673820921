package io.sevenfold.chart;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a service's code, with that of its libraries, says of settings, paths, topics and metrics. */
record ServiceCode(String service, List<String> own, List<String> all) {

    static final List<String> SERVICES = List.of("cadence", "contacts", "interactions", "notifier");

    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{([a-z0-9.-]+)[:}]");
    private static final Pattern PROPERTY = Pattern.compile("@ConfigProperty\\(\\s*name = \"([^\"]+)\"");
    private static final Pattern MAPPING = Pattern.compile("@ConfigMapping\\(prefix = \"([^\"]+)\"\\)");
    private static final Pattern METHOD = Pattern.compile("(?m)^ {4}[\\w<>.]+ (\\w+)\\(\\);");
    private static final Pattern PATH = Pattern.compile("(?m)^@Path\\(\"/?([^\"{]+?)/?(?:\\{[^\"]*)?\"\\)");
    private static final Pattern CONSUMED =
            Pattern.compile("implements TopicConsumer[\\s\\S]*?return Topic\\.([A-Z]+)\\.topicName\\(\\)");
    private static final Pattern METER = Pattern.compile(
            "(?:gauge|counter|timer|Gauge\\.builder|Counter\\.builder|Timer\\.builder)\\(\\s*\"([a-z.]+)\"");

    static ServiceCode of(String service) {
        List<String> own = Repository.texts(service + "-service/src/main", ".java", ".properties");
        List<String> libraries = Stream.of("libs/event-delivery", "libs/rest-conventions")
                .flatMap(lib -> Repository.texts(lib + "/src/main", ".java", ".properties").stream())
                .toList();
        return new ServiceCode(
                service, own, Stream.concat(own.stream(), libraries.stream()).toList());
    }

    /** Environment variables that are settings of ours. */
    Set<String> variables() {
        Stream<String> named = Stream.concat(find(all, EXPRESSION), find(all, PROPERTY));
        Stream<String> mapped = all.stream().flatMap(ServiceCode::mapped);
        return Stream.concat(named, mapped).map(ServiceCode::variable).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The first parts of its paths: {@code /v1/contacts}. */
    Set<String> paths() {
        return find(own, PATH)
                .map(path -> "/" + (path.startsWith("v1/") ? firstTwo(path) : path.split("/")[0]))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    Set<String> topicsRead() {
        return find(own, CONSUMED)
                .map(topic -> topic.toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Its meters' names as Prometheus has them, without what a unit or a counter adds at the end. */
    Set<String> meters() {
        return find(all, METER).map(name -> name.replace('.', '_')).collect(Collectors.toCollection(TreeSet::new));
    }

    static String variable(String setting) {
        return setting.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }

    private static Stream<String> mapped(String code) {
        return find(List.of(code), MAPPING)
                .flatMap(prefix -> find(List.of(code), METHOD).map(method -> prefix + "." + kebab(method)));
    }

    private static String kebab(String method) {
        return method.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static String firstTwo(String path) {
        String[] parts = path.split("/");
        return parts[0] + "/" + parts[1];
    }

    private static Stream<String> find(List<String> texts, Pattern pattern) {
        Function<String, Stream<MatchResult>> matches =
                text -> pattern.matcher(text).results();
        return texts.stream().flatMap(matches).map(match -> match.group(1));
    }
}
