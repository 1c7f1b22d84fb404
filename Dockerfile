# The three services: docker build --build-arg SERVICE=query-service .
ARG JAVA=25.0.3_9

FROM eclipse-temurin:${JAVA}-jdk AS build
WORKDIR /build
COPY . .
RUN --mount=type=cache,target=/var/cache/maven \
    export MAVEN_USER_HOME="${MAVEN_USER_HOME:-/var/cache/maven}" \
 && ./mvnw -B -q -ntp -Dmaven.repo.local="$MAVEN_USER_HOME/repository" -Dquick -DskipTests -pl ingest-service,analytics-service,query-service -am package
RUN for service in ingest-service analytics-service query-service; do \
      java -Djarmode=tools -jar "$service"/target/"$service"-*-exec.jar extract \
        --layers --application-filename service.jar --destination "/layers/$service" || exit 1; \
    done

FROM eclipse-temurin:${JAVA}-jre AS service
RUN groupadd --gid 10001 csa \
 && useradd --uid 10001 --gid csa --home-dir /app --no-create-home --shell /usr/sbin/nologin csa \
 && install -d -o csa -g csa -m 0750 /var/lib/csa
COPY --chmod=0555 deploy/healthy /usr/local/bin/healthy
WORKDIR /app
ARG SERVICE
COPY --from=build /layers/${SERVICE}/dependencies/ ./
COPY --from=build /layers/${SERVICE}/spring-boot-loader/ ./
COPY --from=build /layers/${SERVICE}/snapshot-dependencies/ ./
COPY --from=build /layers/${SERVICE}/application/ ./
COPY deploy/service/ ./
# Nothing depends on the archive, but a start takes a third of the time with it.
RUN export CSA_INTAKE_STATE_DIR=/tmp/rehearsal CSA_ANALYTICS_STATE_DIR=/tmp/rehearsal CSA_QUERY_STATE_DIR=/tmp/rehearsal; \
    java @jvm.options @rehearsal.options -XX:AOTCacheOutput=service.aot -jar service.jar >/tmp/rehearsal.log 2>&1; \
    if [ -s service.aot ]; then chmod 0444 service.aot; else cat /tmp/rehearsal.log; fi; \
    rm -rf /tmp/rehearsal*
ENV CSA_ANALYTICS_STATE_DIR=/var/lib/csa/streams \
    CSA_INTAKE_STATE_DIR=/var/lib/csa/intake \
    CSA_QUERY_STATE_DIR=/var/lib/csa/query
VOLUME /var/lib/csa
USER 10001:10001
HEALTHCHECK --interval=5s --timeout=5s --start-period=90s --retries=6 CMD ["healthy"]
ENTRYPOINT ["java", "@jvm.options", "-XX:AOTCache=service.aot", "-Xlog:aot*=off", "-jar", "service.jar"]
