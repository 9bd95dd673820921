package io.sevenfold.local;

import io.sevenfold.infra.Folders;
import io.sevenfold.infra.PostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/**
 * Where a stack keeps what outlives it.
 *
 * @param root {@code .local} in the repository, or a temporary folder in tests
 */
public record StateFolder(Path root) {

    private static final String LOCK = "lock";
    /** A lock ends when its channel is collected as garbage. */
    private static final Queue<FileLock> HELD = new ConcurrentLinkedQueue<>();

    /** @param root where it is relative, it is so to the working directory */
    public StateFolder {
        root = root.toAbsolutePath().normalize();
    }

    /** The state of the stack that {@code deploy/local/up} starts. */
    static StateFolder of(Path repository) {
        return new StateFolder(repository.resolve(".local"));
    }

    /**
     * Keeps others from using it until the JVM ends.
     *
     * @throws UsageException where another stack runs on it
     */
    void lock() {
        try {
            Files.createDirectories(root);
            FileChannel channel =
                    FileChannel.open(root.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock != null) {
                HELD.add(lock);
                return;
            }
            channel.close();
        } catch (OverlappingFileLockException e) {
            // This JVM holds it.
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot use " + root, e);
        }
        throw new UsageException("The stack is running already on " + root + "; end that one first");
    }

    /** Stops what a crashed run left behind here. */
    void stopLeftovers() {
        PostgresServer.stopLeftover(postgres());
        processes().killLeftovers();
    }

    /** Deletes all but the lock. */
    void empty() {
        try (Stream<Path> children = Files.list(root)) {
            List<Path> state = children.filter(child -> !child.endsWith(LOCK)).toList();
            state.forEach(Folders::delete);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot empty " + root, e);
        }
    }

    Path postgres() {
        return root.resolve("data/postgres");
    }

    Path kafka() {
        return root.resolve("data/kafka");
    }

    /** Each mail as an {@code .eml} file. */
    public Path mail() {
        return root.resolve("mail");
    }

    public Path logs() {
        return root.resolve("logs");
    }

    Path keys() {
        return root.resolve("keys");
    }

    /** How far the domain clock is moved: an ISO-8601 duration; missing means not at all. */
    Path clock() {
        return root.resolve("clock");
    }

    ProcessNotes processes() {
        return new ProcessNotes(root.resolve("processes"));
    }

    Path environment(Service service) {
        return root.resolve(service.id() + ".env");
    }
}
