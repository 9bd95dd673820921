package io.sevenfold.local;

import io.sevenfold.infra.FreePort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/** The ports of one stack. */
public final class Ports {

    private static final int HIGHEST = 65_535;

    private final Map<Port, Integer> numbers;

    private Ports(ToIntFunction<Port> number) {
        numbers = Arrays.stream(Port.values())
                .collect(Collectors.toMap(
                        port -> port, number::applyAsInt, (one, other) -> one, () -> new EnumMap<>(Port.class)));
    }

    /**
     * The usual ports, or what environment variables such as {@code CONTACTS_PORT} say; 0 means a free one.
     *
     * @throws UsageException where one is no port, or two are the same
     */
    public static Ports of(Map<String, String> environment) {
        Ports ports = new Ports(port -> {
            String value = environment.getOrDefault(port.variable(), "");
            return value.isBlank() ? port.standard() : parse(port, value.strip());
        });
        ports.requireDistinct();
        return ports;
    }

    /** Ports that nobody uses, so that several stacks can run at once. */
    public static Ports free() {
        return new Ports(port -> FreePort.find());
    }

    public int number(Port port) {
        return numbers.get(port);
    }

    /** @throws UsageException naming the first of the ports that somebody listens on, and its variable */
    void requireFree(Iterable<Port> needed) {
        for (Port port : needed) {
            if (!isFree(number(port))) {
                throw new UsageException("Port %d is taken; set %s to use another one for %s"
                        .formatted(number(port), port.variable(), port.name().toLowerCase(Locale.ROOT)));
            }
        }
    }

    private static int parse(Port port, String value) {
        try {
            int number = Integer.parseInt(value);
            if (number >= 0 && number <= HIGHEST) {
                return number == 0 ? FreePort.find() : number;
            }
        } catch (NumberFormatException e) {
            // The same as a number that is no port.
        }
        throw new UsageException("%s=%s is not a port (0 to %d)".formatted(port.variable(), value, HIGHEST));
    }

    private void requireDistinct() {
        Map<Integer, Port> seen = new HashMap<>();
        numbers.forEach((port, number) -> {
            Port other = seen.put(number, port);
            if (other != null) {
                throw new UsageException(
                        "%s and %s are both port %d".formatted(other.variable(), port.variable(), number));
            }
        });
    }

    private static boolean isFree(int number) {
        // Some systems let one bind the loopback address while another holds all addresses, or the other way round.
        return canBind(new InetSocketAddress(number))
                && canBind(new InetSocketAddress(InetAddress.getLoopbackAddress(), number));
    }

    private static boolean canBind(InetSocketAddress address) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(address);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
