package io.sevenfold.image;

import io.sevenfold.infra.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** The four services, each built into an image and run from it; all in a temporary folder. */
final class Installation implements AutoCloseable {

    static final List<String> SERVICES = List.of("contacts", "interactions", "cadence", "notifier");

    private final Path folder;
    private final Map<String, Image> images = new LinkedHashMap<>();
    private final Map<String, Pod> pods = new LinkedHashMap<>();
    private Images builder;
    private Cluster cluster;

    private Installation(Path folder) {
        this.folder = folder;
    }

    /** Builds and starts all, the cluster and each service as soon as it can be, and waits until all are ready. */
    static Installation start(Base base) {
        try {
            Installation installation = new Installation(Files.createTempDirectory("sevenfold-images"));
            try {
                installation.startAll(base);
                return installation;
            } catch (RuntimeException e) {
                installation.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Image image(String service) {
        return images.get(service);
    }

    Pod pod(String service) {
        return pods.get(service);
    }

    Cluster cluster() {
        return cluster;
    }

    @Override
    public void close() {
        pods.values().forEach(Pod::close);
        if (cluster != null) {
            cluster.close();
        }
        if (builder != null) {
            builder.close();
        }
        Folders.delete(folder);
    }

    private void startAll(Base base) {
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            CompletableFuture<Cluster> starting = CompletableFuture.supplyAsync(
                    () -> cluster = new Cluster(folder.resolve("cluster"), SERVICES), threads);
            builder = new Images(folder.resolve("images"), base);
            List<CompletableFuture<Void>> started = new ArrayList<>();
            for (String service : SERVICES) {
                Image image = builder.build(service);
                images.put(service, image);
                started.add(starting.thenAcceptAsync(there -> start(image, there), threads));
            }
            CompletableFuture.allOf(started.toArray(CompletableFuture[]::new)).join();
        } finally {
            end(threads);
        }
    }

    /** Once it is back, nothing more is started that nobody would stop. */
    private static void end(ExecutorService threads) {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(5, TimeUnit.MINUTES)) {
                throw new IllegalStateException("A pod neither starts nor fails");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void start(Image image, Cluster there) {
        Pod pod = Pod.start(image, there, folder.resolve("pods"));
        synchronized (pods) {
            pods.put(image.service(), pod);
        }
    }
}
