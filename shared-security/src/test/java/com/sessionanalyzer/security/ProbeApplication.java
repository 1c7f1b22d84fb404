package com.sessionanalyzer.security;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The smallest service that is protected. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({SecurityConfiguration.class, ProbeApplication.Probe.class})
class ProbeApplication {

    @RestController
    static class Probe {

        @GetMapping("/organization")
        String organization(Organization organization) {
            return organization.id() + "|" + organization.name() + "|" + organization.zone();
        }

        @GetMapping("/actor")
        String actor(Actor actor) {
            return actor.name();
        }

        @PostMapping({"/form", "/api/upload"})
        String write() {
            return "written";
        }
    }
}
