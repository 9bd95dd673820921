package io.sevenfold.local;

import java.util.Collection;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Waiting for several things at once. */
final class Parallel {

    private Parallel() {}

    /** Does something with each, side by side, and returns when all are done or throws as soon as one has failed. */
    static <T> void forEach(Collection<T> items, Consumer<T> action) {
        var threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "local stack");
            thread.setDaemon(true);
            return thread;
        });
        try {
            var running = new ExecutorCompletionService<Void>(threads);
            items.forEach(item -> running.submit(() -> action.accept(item), null));
            for (int done = 0; done < items.size(); done++) {
                running.take().get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        } finally {
            threads.shutdown();
        }
    }
}
