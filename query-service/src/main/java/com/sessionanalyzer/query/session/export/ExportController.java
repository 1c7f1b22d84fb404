package com.sessionanalyzer.query.session.export;

import com.sessionanalyzer.page.BrokenOffException;
import com.sessionanalyzer.query.request.ApiParameters;
import com.sessionanalyzer.query.request.Faults;
import com.sessionanalyzer.query.request.Parameters;
import com.sessionanalyzer.query.session.asof.AsOf;
import com.sessionanalyzer.query.session.asof.PastStream;
import com.sessionanalyzer.query.session.rows.RowColumn;
import com.sessionanalyzer.query.session.rows.RowParameters;
import com.sessionanalyzer.query.session.rows.RowStream;
import com.sessionanalyzer.query.session.rows.RowStream.Snapshot;
import com.sessionanalyzer.query.session.rows.SessionQuery;
import com.sessionanalyzer.query.session.rows.SessionView;
import com.sessionanalyzer.schema.Position;
import com.sessionanalyzer.security.Organization;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** All records that a filter means as one file, streamed from one snapshot of the database. */
@RestController
@Tag(name = "Sessions")
class ExportController {

    static final String PATH = "/api/sessions/export";

    private static final int BUFFER = 1 << 16;

    private final RowStream rows;
    private final PastStream past;
    private final ExportPlaces places;
    private final Clock clock;

    ExportController(RowStream rows, PastStream past, ExportPlaces places, Clock clock) {
        this.rows = rows;
        this.past = past;
        this.places = places;
        this.clock = clock;
    }

    @GetMapping(PATH)
    @ExportApiDocs.ExportSessions
    void export(Organization organization, HttpServletRequest request, HttpServletResponse response) {
        Faults faults = new Faults();
        Parameters parameters = Parameters.of(request);
        RowParameters reader = RowParameters.ofApi(parameters, faults);
        AsOf asOf = AsOf.read(parameters, faults, organization.zone(), clock.instant());
        SessionQuery query =
                reader.query(asOf == null ? LocalDate.now(clock.withZone(organization.zone())) : asOf.day());
        List<RowColumn> columns = reader.columns(RowColumn.ALL);
        ExportOptions options = ExportOptions.read(parameters, faults);
        faults.refuse();
        Position after = ApiParameters.after(request.getParameter("after"), request.getHeader(Position.HEADER));
        Consumer<Snapshot> file = snapshot -> write(
                snapshot,
                new ExportAbout(organization, query, columns, snapshot.position(), snapshot.asOf()),
                options,
                response);
        try {
            places.within(() -> {
                if (asOf == null) {
                    rows.read(organization.id(), query, after, file);
                } else {
                    past.read(organization.id(), asOf, query, after, file);
                }
            });
        } catch (RuntimeException failed) {
            throw response.isCommitted() ? new BrokenOffException(failed) : withoutFile(response, failed);
        }
    }

    private static RuntimeException withoutFile(HttpServletResponse response, RuntimeException failed) {
        response.resetBuffer();
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, null);
        return failed;
    }

    private static void write(
            Snapshot snapshot, ExportAbout about, ExportOptions options, HttpServletResponse response) {
        try {
            addHeaders(about, options.format(), response);
            Writer text = new BufferedWriter(
                    new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8), BUFFER);
            RowFile file = file(about, options, text, response);
            file.begin();
            long records = snapshot.forEach(record -> add(file, record));
            file.end(records);
            text.flush();
        } catch (IOException clientLeft) {
            throw new UncheckedIOException(clientLeft);
        }
    }

    private static RowFile file(ExportAbout about, ExportOptions options, Writer text, HttpServletResponse response)
            throws IOException {
        return switch (options.format()) {
            case CSV -> new CsvFile(text, about, options);
            case JSONL -> new JsonLinesFile(text, about, options);
            case XLSX -> new XlsxFile(response.getOutputStream(), about);
        };
    }

    private static void add(RowFile file, SessionView record) {
        try {
            file.add(record);
        } catch (IOException clientLeft) {
            throw new UncheckedIOException(clientLeft);
        }
    }

    private static void addHeaders(ExportAbout about, ExportFormat format, HttpServletResponse response) {
        response.setContentType(format.contentType());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + about.fileName(format) + "\"");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(Position.HEADER, about.position().toString());
        about.provenance().headers().forEach(response::setHeader);
    }
}
