package io.sevenfold.chart;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.openshift.api.model.monitoring.v1.PodMonitor;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import io.kubernetes.client.openapi.JSON;
import io.kubernetes.client.openapi.models.V1ObjectMeta;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import io.strimzi.api.kafka.model.user.KafkaUser;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** What Kubernetes and the operators say that a resource may be. */
final class KubernetesModels {

    private static final Map<String, Class<?>> MODELS = Map.of(
            "monitoring.coreos.com/v1/ServiceMonitor", ServiceMonitor.class,
            "monitoring.coreos.com/v1/PodMonitor", PodMonitor.class,
            "monitoring.coreos.com/v1/PrometheusRule", PrometheusRule.class,
            "gateway.networking.k8s.io/v1/HTTPRoute", HTTPRoute.class,
            "kafka.strimzi.io/v1/KafkaTopic", KafkaTopic.class,
            "kafka.strimzi.io/v1/KafkaUser", KafkaUser.class);

    private static final Map<String, String> SCHEMAS = Map.of(
            "keda.sh/v1alpha1/ScaledObject", "keda.sh_scaledobjects.yaml",
            "postgresql.cnpg.io/v1/Cluster", "postgresql.cnpg.io_clusters.yaml",
            "postgresql.cnpg.io/v1/Database", "postgresql.cnpg.io_databases.yaml");

    private static final ObjectMapper STRICT = strict();

    private KubernetesModels() {}

    /** What is wrong with a resource, in words; empty where nothing is. */
    static Optional<String> fault(Resource resource) {
        String type = resource.apiVersion() + "/" + resource.kind();
        if (SCHEMAS.containsKey(type)) {
            return bySchema(resource, SCHEMAS.get(type));
        }
        return MODELS.containsKey(type) ? byModel(resource, MODELS.get(type)) : byKubernetes(resource);
    }

    private static Optional<String> bySchema(Resource resource, String definition) {
        JsonNode schema = Chart.yaml(Repository.text("tests/chart-tests/src/test/resources/schemas/" + definition))
                .at("/spec/versions/0/schema/openAPIV3Schema");
        close(schema);
        var faults = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(schema)
                .validate(resource.json());
        return faults.isEmpty() ? faultOfMetadata(resource) : Optional.of(faults.toString());
    }

    /** As strict field validation does: what an object has no property for, it does not take. Metadata is Kubernetes' own. */
    private static void close(JsonNode schema) {
        if (schema.path("properties").isObject() && !schema.has("additionalProperties")) {
            ((ObjectNode) schema).put("additionalProperties", false);
        }
        schema.forEach(KubernetesModels::close);
    }

    private static Optional<String> faultOfMetadata(Resource resource) {
        try {
            V1ObjectMeta.validateJsonElement(
                    JsonParser.parseString(resource.json().get("metadata").toString()));
            return Optional.empty();
        } catch (IOException | RuntimeException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private static Optional<String> byModel(Resource resource, Class<?> model) {
        try {
            STRICT.treeToValue(resource.json(), model);
            return Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.of(e.getMessage());
        }
    }

    /** Unknown and missing fields by the validation that comes with the model; wrong types by reading and writing it. */
    private static Optional<String> byKubernetes(Resource resource) {
        String version = resource.apiVersion().replaceAll(".*/", "");
        String name = "io.kubernetes.client.openapi.models.V" + version.substring(1) + resource.kind();
        JsonElement json = JsonParser.parseString(resource.json().toString());
        try {
            Class<?> model = Class.forName(name);
            model.getMethod("validateJsonElement", JsonElement.class).invoke(null, json);
            JsonElement again = JSON.getGson().toJsonTree(JSON.getGson().fromJson(json, model));
            return holds(again, json) ? Optional.empty() : Optional.of("is read as " + again + "\nbut says " + json);
        } catch (InvocationTargetException e) {
            return Optional.of(String.valueOf(e.getCause().getMessage()));
        } catch (ReflectiveOperationException e) {
            return Optional.of("Kubernetes knows no " + resource.apiVersion() + " " + resource.kind());
        } catch (RuntimeException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** Whether all that was said is there as it was said; a model adds empty lists. */
    private static boolean holds(JsonElement again, JsonElement said) {
        if (said.isJsonObject()) {
            return again.isJsonObject()
                    && said.getAsJsonObject().entrySet().stream()
                            .allMatch(field -> again.getAsJsonObject().has(field.getKey())
                                    && holds(again.getAsJsonObject().get(field.getKey()), field.getValue()));
        }
        if (said.isJsonArray()) {
            List<JsonElement> those = said.getAsJsonArray().asList();
            return again.isJsonArray()
                    && again.getAsJsonArray().size() == those.size()
                    && IntStream.range(0, those.size())
                            .allMatch(i -> holds(again.getAsJsonArray().get(i), those.get(i)));
        }
        return again.equals(said);
    }

    /** The models keep fields that they do not know; here they refuse them. */
    private static ObjectMapper strict() {
        ObjectMapper mapper = new ObjectMapper()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .setAnnotationIntrospector(new JacksonAnnotationIntrospector() {
                    private static final long serialVersionUID = 1;

                    @Override
                    public Boolean hasAnySetter(Annotated member) {
                        return false;
                    }
                });
        for (LogicalType type : new LogicalType[] {LogicalType.Integer, LogicalType.Boolean, LogicalType.Textual}) {
            for (CoercionInputShape shape : CoercionInputShape.values()) {
                mapper.coercionConfigFor(type).setCoercion(shape, CoercionAction.Fail);
            }
        }
        return mapper;
    }
}
