package io.sevenfold.system;

import io.sevenfold.infra.FreePort;
import io.sevenfold.local.Service;
import io.sevenfold.local.ServiceProcess;
import java.util.List;
import java.util.stream.Stream;

/** Two replicas of a service, asked in turn as a load balancer would, as far as they are alive. */
final class TwoReplicas implements AutoCloseable {

    final ServiceProcess first;
    final ServiceProcess second;
    private int asked;

    private TwoReplicas(ServiceProcess first, ServiceProcess second) {
        this.first = first;
        this.second = second;
    }

    static TwoReplicas of(Service service) {
        return new TwoReplicas(
                Sevenfold.stack().service(service), Sevenfold.stack().startReplica(service, 2, FreePort.find()));
    }

    /** The base URL of the one to ask now. */
    String url() {
        List<ServiceProcess> alive =
                Stream.of(first, second).filter(ServiceProcess::isAlive).toList();
        return alive.get(asked++ % alive.size()).url();
    }

    void startAgain(ServiceProcess replica) {
        replica.start();
        replica.awaitReady();
    }

    /** The first goes on alone, for other tests. */
    @Override
    public void close() {
        startAgain(first);
        second.stop();
    }
}
