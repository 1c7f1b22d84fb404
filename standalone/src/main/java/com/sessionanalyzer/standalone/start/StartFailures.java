package com.sessionanalyzer.standalone.start;

import com.sessionanalyzer.embedded.EmbeddedStartException;
import com.sessionanalyzer.standalone.instance.DataDirectory;
import com.sessionanalyzer.standalone.instance.PlainFailure;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.web.server.PortInUseException;

/** Why a start failed, in one sentence. */
final class StartFailures {

    private static final String DISK_FULL = "No space left on device";

    private StartFailures() {}

    static String sentence(Throwable failure, DataDirectory directory) {
        List<Throwable> causes = Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .toList();
        if (causes.stream().anyMatch(cause -> String.valueOf(cause.getMessage()).contains(DISK_FULL))) {
            return "The disk of the data directory " + directory.home() + " is full.";
        }
        return causes.stream()
                .filter(StartFailures::isPlain)
                .map(Throwable::getMessage)
                .findFirst()
                .map(StartFailures::sentence)
                .orElseGet(() -> unexpected(causes.get(causes.size() - 1), directory));
    }

    private static boolean isPlain(Throwable cause) {
        return cause instanceof PlainFailure
                || cause instanceof EmbeddedStartException
                || cause instanceof PortInUseException
                || cause.getClass().getName().startsWith("com.sessionanalyzer.");
    }

    private static String unexpected(Throwable first, DataDirectory directory) {
        String message = first.getMessage() == null ? first.getClass().getSimpleName() : first.getMessage();
        String line = message.lines().findFirst().orElse(message);
        return sentence("It cannot start: " + line) + " The log is " + directory.log() + ".";
    }

    private static String sentence(String message) {
        return message.endsWith(".") ? message : message + ".";
    }
}
