package com.sessionanalyzer.standalone.split;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.sessionanalyzer.standalone.split.ComposeFile.Container;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.AppInfoParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ComposeFileTests {

    private static final Set<String> SECTIONS = Set.of("services", "networks", "volumes", "x-service", "x-observe");
    private static final Set<String> KEYS = Set.of(
            "build",
            "cap_add",
            "cap_drop",
            "command",
            "cpus",
            "depends_on",
            "environment",
            "healthcheck",
            "image",
            "mem_limit",
            "networks",
            "pids_limit",
            "ports",
            "profiles",
            "read_only",
            "restart",
            "security_opt",
            "shm_size",
            "stop_grace_period",
            "tmpfs",
            "user",
            "volumes");
    private static final ComposeFile FILE = ComposeFile.read();

    static Collection<Container> services() {
        return FILE.services().values();
    }

    @Test
    void hasOnlySectionsThatTheSpecificationKnows() {
        assertThat(FILE.content().keySet()).isSubsetOf(SECTIONS);
        assertThat(FILE.services())
                .containsOnlyKeys(
                        "kafka",
                        "postgres",
                        "ingest",
                        "analytics",
                        "query",
                        "proxy",
                        "kafka-ui",
                        "prometheus",
                        "grafana");
    }

    @ParameterizedTest
    @MethodSource("services")
    void usesOnlyKeysThatTheSpecificationKnows(Container service) {
        assertThat(service.settings().keySet()).isSubsetOf(KEYS);
    }

    @ParameterizedTest
    @MethodSource("services")
    void publishesOnLoopbackOnly(Container service) {
        assertThat(service.list("ports"))
                .allSatisfy(
                        port -> assertThat(port.toString()).matches("127\\.0\\.0\\.1:(\\$\\{\\w+:-\\d+}|\\d+):\\d+"));
        if (service.isOurs() || Set.of("kafka", "postgres").contains(service.name())) {
            assertThat(service.list("ports")).isEmpty();
        }
    }

    @Test
    void givesOneOriginOnPort5007() {
        assertThat(service("proxy").list("ports").toString()).isEqualTo("[127.0.0.1:${CSA_PORT:-5007}:5007]");
    }

    @ParameterizedTest
    @MethodSource("services")
    void boundsEveryPart(Container service) {
        assertThat(service.text("cpus")).matches("\\d+\\.\\d+");
        assertThat(service.text("mem_limit")).matches("\\d+[mg]");
    }

    @ParameterizedTest
    @MethodSource("services")
    void pinsEveryImage(Container service) {
        assertThat(service.text("image")).matches(".+:v?\\d+\\.\\d+.*").doesNotContain("latest");
    }

    @ParameterizedTest
    @MethodSource("services")
    void asksEveryPartForItsHealth(Container service) {
        if (!service.isOurs()) {
            assertThat(service.map("healthcheck"))
                    .containsKeys("test", "interval", "timeout", "start_period", "retries");
        }
    }

    @ParameterizedTest
    @MethodSource("services")
    void keepsOurPartsFromChangingTheirImageAndFromRising(Container service) {
        if (service.isOurs() || service.name().equals("proxy")) {
            assertThat(service.text("read_only")).isEqualTo("true");
            assertThat(service.list("tmpfs").toString()).startsWith("[/tmp:exec,");
            assertThat(service.list("cap_drop").toString()).isEqualTo("[ALL]");
            assertThat(service.list("security_opt").toString()).isEqualTo("[no-new-privileges:true]");
        }
    }

    @ParameterizedTest
    @MethodSource("services")
    void refersOnlyToWhatIsThere(Container service) {
        assertThat(FILE.services().keySet())
                .containsAll(service.map("depends_on").keySet());
        assertThat(service.map("depends_on").values().toString())
                .doesNotContain("service_started")
                .satisfies(conditions -> assertThat(conditions.split("service_healthy", -1))
                        .hasSize(service.map("depends_on").size() + 1));
        assertThat(service.list("networks"))
                .isNotEmpty()
                .allSatisfy(network -> assertThat(FILE.section("networks")).containsKey(network.toString()));
        assertThat(service.list("volumes").stream().map(String::valueOf).map(ComposeFileTests::source))
                .allSatisfy(source -> assertThat(source)
                        .satisfiesAnyOf(
                                named -> assertThat(FILE.section("volumes")).containsKey(named),
                                file -> assertThat(file).startsWith("./deploy/")));
    }

    @ParameterizedTest
    @MethodSource("services")
    void setsOnlySettingsThatThereAre(Container service) {
        Stream<String> ours =
                service.map("environment").keySet().stream().filter(variable -> variable.startsWith("CSA_"));

        assertThat(DeclaredSettings.all().keySet().stream().map(ComposeFileTests::variable))
                .containsAll(ours.toList());
    }

    @Test
    void trustsItsNetworkOnlyWhereTheProxyMustReach() {
        assertThat(FILE.services().values().stream()
                        .filter(service -> service.map("environment").containsKey("CSA_SECURITY_TRUSTED_NETWORK"))
                        .map(Container::name))
                .containsExactlyInAnyOrder("ingest", "query");
        assertThat(FILE.section("networks").get("back")).isEqualTo(Map.of("internal", true));
        assertThat(FILE.services().values().stream()
                        .filter(service -> !service.list("networks").contains("front"))
                        .map(Container::name))
                .containsExactlyInAnyOrder("kafka", "postgres", "analytics");
    }

    @Test
    void startsWhatIsForOperatorsOnlyWhenAskedTo() {
        assertThat(FILE.services().values().stream()
                        .filter(service -> !service.list("profiles").isEmpty())
                        .map(service -> service.name() + " " + service.list("profiles")))
                .containsExactlyInAnyOrder(
                        "kafka-ui [kafka-ui, tools]", "prometheus [observability]", "grafana [observability]");
    }

    @Test
    void runsTheVersionsThatAreTested() {
        assertThat(service("kafka").text("image")).isEqualTo("apache/kafka:" + AppInfoParser.getVersion());
        assertThat(List.of("ingest", "analytics", "query"))
                .allSatisfy(name -> assertThat(service(name).map("build").toString())
                        .contains("context=.", "SERVICE=" + name + "-service"));
    }

    private static Container service(String name) {
        return requireNonNull(FILE.services().get(name));
    }

    private static String source(String volume) {
        return volume.split(":", 2)[0];
    }

    private static String variable(String setting) {
        return setting.replace('-', '_').replace('.', '_').toUpperCase(Locale.ROOT);
    }
}
