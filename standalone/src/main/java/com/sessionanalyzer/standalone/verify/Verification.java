package com.sessionanalyzer.standalone.verify;

import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.function.Consumer;

/** Compares everything that an instance has with its log of records, and balances its books. */
final class Verification {

    private final Addresses addresses;
    private final Path scratch;
    private final Consumer<String> say;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Differences differences = new Differences();

    /**
     * Of an instance.
     *
     * @param scratch the directory in which log and rows are kept while they are compared
     */
    Verification(Addresses addresses, Path scratch, Consumer<String> say) {
        this.addresses = addresses;
        this.scratch = scratch;
        this.say = say;
    }

    /**
     * Compares everything and says so.
     *
     * @return what is not equal
     * @throws CannotCompareException when something is not there
     */
    Differences run() {
        try {
            boolean rowsAreThere = new RecordVerification(addresses, http, scratch, differences, say).run();
            new Bookkeeping(addresses, http, say, differences, rowsAreThere).compare();
            new AuditVerification(addresses, differences, say).run();
            return differences;
        } catch (SQLException failed) {
            throw new CannotCompareException(
                    "The database at " + addresses.jdbcUrl() + " cannot be read: " + failed.getMessage() + ".", failed);
        } catch (UncheckedIOException failed) {
            throw new CannotCompareException(
                    "Log and rows cannot be kept in " + scratch + " while they are compared: " + failed.getCause()
                            + ". Say another place with --scratch.",
                    failed);
        }
    }
}
