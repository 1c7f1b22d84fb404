package com.sessionanalyzer.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The root user, as whom PostgreSQL refuses to run. */
final class Superuser {

    private static final Path SELF = Path.of("/proc/self");

    private Superuser() {}

    /** What to put before a command so that the program does not see that root runs it: a user namespace, or nothing. */
    static List<String> disguise() throws IOException {
        boolean isRoot = Files.exists(SELF) && Integer.valueOf(0).equals(Files.getAttribute(SELF, "unix:uid"));
        return isRoot ? List.of("unshare", "--user") : List.of();
    }
}
