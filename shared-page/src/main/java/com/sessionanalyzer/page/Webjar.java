package com.sessionanalyzer.page;

import java.io.IOException;
import java.util.Properties;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/** Where the browser library of a WebJar lies on the class path, whatever its version. */
final class Webjar {

    private Webjar() {}

    /** The folder of the npm package's distribution files. */
    static String distribution(String artifact) {
        return "classpath:/META-INF/resources/webjars/" + artifact + "/" + version(artifact) + "/dist/";
    }

    private static String version(String artifact) {
        try {
            Properties maven = PropertiesLoaderUtils.loadProperties(
                    new ClassPathResource("META-INF/maven/org.webjars.npm/" + artifact + "/pom.properties"));
            return maven.getProperty("version");
        } catch (IOException missing) {
            throw new IllegalStateException("the library " + artifact + " is not on the class path", missing);
        }
    }
}
