package com.sessionanalyzer.standalone.kubernetes;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sessionanalyzer.testing.process.Repository;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestsTests {

    private static final Path BASE = Repository.file("deploy", "kubernetes", "base");
    private static final Path EXAMPLE = Repository.file("deploy", "kubernetes", "overlays", "example");

    static Stream<Manifest> all() {
        return Stream.of(BASE, EXAMPLE).flatMap(directory -> Kustomization.render(directory).stream());
    }

    static Stream<Manifest> workloads() {
        return all().filter(Manifest::hasReplicas);
    }

    static Stream<Manifest> services() {
        return workloads().filter(manifest -> manifest.kind().equals("StatefulSet"));
    }

    @ParameterizedTest
    @MethodSource("all")
    void areAsTheSchemasOfTheApiSay(Manifest manifest) {
        assertThatCode(manifest::requireSchema).doesNotThrowAnyException();
    }

    @Test
    void wouldNotPassWithAFieldThatTheApiDoesNotKnowOrWithoutOneThatItNeeds() {
        Manifest ingest = find(BASE, "StatefulSet/ingest");

        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Manifest(Merge.of(ingest.content(), Map.of("spec", Map.of("replica", 2)))).requireSchema())
                .withMessageContaining("replica");
        Manifest incomplete = new Manifest(Map.of(
                "apiVersion",
                "apps/v1",
                "kind",
                "StatefulSet",
                "metadata",
                Map.of("name", "incomplete"),
                "spec",
                Map.of("serviceName", "x")));
        assertThatIllegalArgumentException()
                .isThrownBy(incomplete::requireSchema)
                .withMessageContaining("required field `template`");
    }

    /** Where there is a kustomize, it renders the same; elsewhere this renderer stands in for it. */
    @ParameterizedTest
    @ValueSource(strings = {"base", "overlays/example"})
    void areRenderedAsKustomizeDoes(String directory) throws IOException, InterruptedException {
        assumeThat(isOnPath("kubectl")).isTrue();
        Process kustomize = new ProcessBuilder("kubectl", "kustomize", directory)
                .directory(Repository.file("deploy", "kubernetes").toFile())
                .redirectErrorStream(true)
                .start();

        String rendered = new String(kustomize.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(kustomize.waitFor()).as(rendered).isZero();
        assertThat(byId(Kustomization.render(Repository.file("deploy", "kubernetes", directory))))
                .isEqualTo(byId(Yaml.parse(rendered).stream().map(Manifest::new).toList()));
    }

    @ParameterizedTest
    @MethodSource("workloads")
    void runAsNobodyWithoutRightsOnAReadOnlyFileSystem(Manifest workload) {
        assertThat(workload.podSpec()).containsEntry("automountServiceAccountToken", false);
        assertThat(Yaml.map(requireNonNull(workload.podSpec().get("securityContext"))))
                .containsEntry("runAsNonRoot", true)
                .containsEntry("runAsUser", 10001)
                .containsEntry("seccompProfile", Map.of("type", "RuntimeDefault"));
        assertThat(Yaml.map(requireNonNull(workload.container().get("securityContext"))))
                .containsEntry("allowPrivilegeEscalation", false)
                .containsEntry("readOnlyRootFilesystem", true)
                .extractingByKey("capabilities")
                .asString()
                .startsWith("{drop=[ALL]");
    }

    @ParameterizedTest
    @MethodSource("workloads")
    void boundTheMemoryOfEveryPart(Manifest workload) {
        Map<String, Object> resources =
                Yaml.map(requireNonNull(workload.container().get("resources")));

        assertThat(Yaml.map(requireNonNull(resources.get("requests")))).containsOnlyKeys("cpu", "memory");
        assertThat(Yaml.map(requireNonNull(resources.get("limits")))).containsOnlyKeys("memory");
    }

    @ParameterizedTest
    @MethodSource("services")
    void probeWhatTheServicesPromiseByTheOnlyNameTheyAnswerTo(Manifest service) {
        assertThat(probe(service, "startupProbe")).containsEntry("path", "/livez");
        assertThat(probe(service, "livenessProbe")).containsEntry("path", "/livez");
        assertThat(probe(service, "readinessProbe")).containsEntry("path", "/readyz");
        assertThat(List.of("startupProbe", "livenessProbe", "readinessProbe"))
                .allSatisfy(name -> assertThat(probe(service, name))
                        .containsEntry("port", "http")
                        .containsEntry("httpHeaders", List.of(Map.of("name", "Host", "value", "localhost"))));
    }

    @ParameterizedTest
    @MethodSource("services")
    void nameEachInstanceAfterItsPod(Manifest service) {
        String setting = Map.of(
                        "ingest", "CSA_INGEST_INSTANCE",
                        "analytics", "CSA_ANALYTICS_INSTANCE_ID",
                        "query", "CSA_QUERY_INSTANCE")
                .getOrDefault(service.name(), "none");

        assertThat(Yaml.list(requireNonNull(service.container().get("env"))))
                .contains(
                        Map.of("name", setting, "valueFrom", Map.of("fieldRef", Map.of("fieldPath", "metadata.name"))));
    }

    @ParameterizedTest
    @MethodSource("services")
    void stopMoreSlowlyThanTheServicesDo(Manifest service) {
        assertThat(service.podSpec().get("terminationGracePeriodSeconds")).isEqualTo(40);
        assertThat(service.container().get("lifecycle"))
                .isEqualTo(Map.of("preStop", Map.of("sleep", Map.of("seconds", 5))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ingest", "analytics", "query", "proxy"})
    void letOnlyOneInstanceBeTakenAwayAtATime(String name) {
        assertThat(find(EXAMPLE, "PodDisruptionBudget/" + name).spec())
                .containsEntry("maxUnavailable", 1)
                .containsEntry("selector", Map.of("matchLabels", Map.of("app.kubernetes.io/name", name)));
    }

    @Test
    void keepTheStateOfAnalyticsOnAVolume() {
        assertThat(find(BASE, "StatefulSet/analytics").spec().get("volumeClaimTemplates"))
                .asString()
                .contains("name=state", "ReadWriteOnce");
    }

    @Test
    void haveTheRoutesAndImagesOfTheComposeFile() throws IOException {
        String compose = Files.readString(Repository.file("docker-compose.yml"));

        assertThat(Files.readString(BASE.resolve("Caddyfile")))
                .isEqualTo(Files.readString(Repository.file("deploy", "proxy", "Caddyfile")));
        assertThat(Kustomization.render(BASE).stream()
                        .filter(Manifest::hasReplicas)
                        .map(workload -> String.valueOf(workload.container().get("image"))))
                .allSatisfy(image -> assertThat(compose).contains("image: " + image));
    }

    @Test
    void letInNobodyFromOutside() {
        assertThat(all().map(Manifest::kind)).doesNotContain("Ingress");
        assertThat(all().filter(manifest -> manifest.kind().equals("Service")))
                .noneMatch(service -> service.spec().containsKey("type"));
    }

    private static Map<String, Object> probe(Manifest service, String name) {
        Map<String, Object> probe = Yaml.map(requireNonNull(service.container().get(name)));
        return Yaml.map(requireNonNull(probe.get("httpGet")));
    }

    private static Manifest find(Path directory, String id) {
        return requireNonNull(byId(Kustomization.render(directory)).get(id));
    }

    private static Map<String, Manifest> byId(List<Manifest> manifests) {
        return manifests.stream().collect(toMap(Manifest::id, manifest -> manifest, (a, b) -> a, TreeMap::new));
    }

    private static boolean isOnPath(String program) {
        return Pattern.compile(Pattern.quote(File.pathSeparator))
                .splitAsStream(System.getenv().getOrDefault("PATH", ""))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
    }
}
