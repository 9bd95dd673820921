package io.sevenfold.delivery;

import java.util.Arrays;
import java.util.Map;
import org.apache.kafka.clients.producer.Partitioner;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.utils.Utils;

/**
 * Partitions by the key's first two segments, workspace and id, so that all records about one subject stay in order.
 * What has no key (a dead letter may) goes to partition 0.
 */
public final class SubjectPartitioner implements Partitioner {

    @Override
    public int partition(String topic, Object key, byte[] keyBytes, Object value, byte[] valueBytes, Cluster cluster) {
        return keyBytes == null ? 0 : partition(keyBytes, cluster.partitionCountForTopic(topic));
    }

    static int partition(byte[] key, int partitions) {
        return Utils.toPositive(Utils.murmur2(Arrays.copyOf(key, subjectLength(key)))) % partitions;
    }

    private static int subjectLength(byte[] key) {
        int slashes = 0;
        for (int i = 0; i < key.length; i++) {
            if (key[i] == '/' && ++slashes == 2) {
                return i;
            }
        }
        return key.length;
    }

    @Override
    public void configure(Map<String, ?> settings) {}

    @Override
    public void close() {}
}
