package io.sevenfold.delivery;

import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What this service put aside, and how it is handled after all. Each call reads Kafka with a client of its own.
 *
 * <p>Kafka's exceptions are thrown as they are.
 */
@Singleton
public final class DeadLetterBox {

    /** @param next where the next page begins; null on the last one */
    public record Page(List<DeadLetter> letters, Place next) {}

    /**
     * A whole letter.
     *
     * @param payload as text; null for a tombstone, for what is no text, and where it is withheld
     * @param payloadBase64 instead, where it is no text
     * @param withheld why the payload is not shown, or null
     */
    public record Whole(
            DeadLetter letter, Map<String, String> headers, String payload, String payloadBase64, String withheld) {}

    /** What came of a replay. */
    public enum Outcome {
        /** It was handled, now or before. */
        HANDLED,
        /** It still cannot be handled. */
        STILL_FAILS,
        /** The letter has no payload, and what it came from cannot be read any more. */
        PAYLOAD_GONE,
        /** There is no such letter of this service. */
        UNKNOWN
    }

    /** @param why of {@link Outcome#STILL_FAILS}, without personal data; else null */
    public record Replay(Outcome outcome, String why) {}

    private final String service;
    private final Consumers consumers;
    private final WorkerTransactions transactions;
    private final KafkaClients clients;

    DeadLetterBox(
            @ConfigProperty(name = "sevenfold.service") String service,
            Consumers consumers,
            WorkerTransactions transactions,
            KafkaClients clients) {
        this.service = service;
        this.consumers = consumers;
        this.transactions = transactions;
        this.clients = clients;
    }

    /** The topics in which this service's letters are. */
    public Set<String> topics() {
        Set<String> topics = new TreeSet<>();
        consumers.topics().forEach(topic -> topics.add(topic + DeadLetters.TOPIC_SUFFIX));
        return topics;
    }

    /** At most so many letters, in the order of topic, partition and offset; fewer where they are not found within five seconds. */
    public Page list(Set<String> topics, Optional<Place> from, int limit) {
        DeadLetterTopics.Found found;
        try (DeadLetterTopics kafka = open()) {
            found = kafka.list(topics, from.orElse(null), limit);
        }
        return new Page(withReplays(found.letters()), found.next());
    }

    /** One letter with all it says, unless whom it speaks of was erased. */
    public Optional<Whole> find(Place place) {
        Optional<ConsumerRecord<byte[], byte[]>> found;
        try (DeadLetterTopics kafka = open()) {
            found = kafka.letter(place);
        }
        return found.map(this::whole);
    }

    /**
     * Has a letter handled as it would have been when it was met first: by the same consumer, under its subject's lock and in
     * one transaction. What has been handled, or is older than what is known, or is about somebody erased, changes nothing. How
     * far the service is in its topics stays as it was.
     *
     * @throws DatabaseFailure when the same may succeed later
     */
    public Replay replay(Place place) {
        Optional<ConsumerRecord<byte[], byte[]>> letter;
        Optional<ConsumerRecord<byte[], byte[]>> original;
        try (DeadLetterTopics kafka = open()) {
            letter = kafka.letter(place);
            original = letter.flatMap(each -> original(each, kafka));
        }
        if (letter.isEmpty()) {
            return new Replay(Outcome.UNKNOWN, null);
        }
        return original.map(record -> replay(record, place)).orElse(new Replay(Outcome.PAYLOAD_GONE, null));
    }

    private Replay replay(ConsumerRecord<byte[], byte[]> original, Place place) {
        try {
            consumers.handle(
                    List.of(original),
                    task -> transactions.run(worker -> {
                        task.with(worker);
                        ReplayTable.note(worker, place);
                    }));
            return new Replay(Outcome.HANDLED, null);
        } catch (RuntimeException | Error e) {
            if (Transience.of(e)) {
                throw e;
            }
            return new Replay(Outcome.STILL_FAILS, DeadLetters.reason(e));
        }
    }

    /** One too large for a letter has no payload in it and, were it taken as it is, would be a tombstone. */
    private Optional<ConsumerRecord<byte[], byte[]>> original(
            ConsumerRecord<byte[], byte[]> letter, DeadLetterTopics kafka) {
        if (letter.value() != null) {
            return DeadLetters.from(letter).map(from -> DeadLetters.opened(letter, from));
        }
        return DeadLetters.from(letter)
                .flatMap(kafka::record)
                .filter(record -> Arrays.equals(record.key(), letter.key()));
    }

    private Whole whole(ConsumerRecord<byte[], byte[]> letter) {
        DeadLetter shown = withReplays(List.of(DeadLetter.of(letter))).get(0);
        Map<String, String> headers = new TreeMap<>();
        for (Header each : letter.headers()) {
            headers.put(each.key(), each.value() == null ? null : new String(each.value(), StandardCharsets.UTF_8));
        }
        if (isErased(letter)) {
            return new Whole(shown, headers, null, null, "Whom it speaks of was erased");
        }
        if (letter.value() == null) {
            return new Whole(shown, headers, null, null, null);
        }
        return text(letter.value())
                .map(text -> new Whole(shown, headers, text, null, null))
                .orElseGet(() ->
                        new Whole(shown, headers, null, Base64.getEncoder().encodeToString(letter.value()), null));
    }

    private boolean isErased(ConsumerRecord<byte[], byte[]> letter) {
        try {
            Subject subject = EventDecoder.subject(letter);
            return transactions.call(worker -> Subjects.look(worker, subject).erased(subject));
        } catch (PermanentFailure e) {
            return false;
        }
    }

    private List<DeadLetter> withReplays(List<DeadLetter> letters) {
        if (letters.isEmpty()) {
            return letters;
        }
        List<Place> places = letters.stream().map(DeadLetter::place).toList();
        Map<Place, Instant> replayed = transactions.call(worker -> ReplayTable.read(worker, places));
        return letters.stream()
                .map(letter -> letter.replayed(replayed.get(letter.place())))
                .toList();
    }

    private DeadLetterTopics open() {
        return new DeadLetterTopics(clients.reader(), service);
    }

    private static Optional<String> text(byte[] payload) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(payload))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
