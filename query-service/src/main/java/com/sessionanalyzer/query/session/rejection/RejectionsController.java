package com.sessionanalyzer.query.session.rejection;

import com.sessionanalyzer.page.ProblemException;
import com.sessionanalyzer.page.ProblemType;
import com.sessionanalyzer.query.session.RequestParameters;
import com.sessionanalyzer.schema.Position;
import com.sessionanalyzer.security.Organization;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Rejected records over HTTP: by the page, by reason, one, and as a file. */
@RestController
@RequestMapping("/api/rejections")
@Tag(name = "Rejections", description = "The records that were not stored, and what became of them")
class RejectionsController {

    private final Rejections rejections;
    private final RejectionsTable table;

    RejectionsController(Rejections rejections, RejectionsTable table) {
        this.rejections = rejections;
        this.table = table;
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @RejectionApiDocs.ListRejections
    ResponseEntity<List<RejectionView>> list(Organization organization, HttpServletRequest request) {
        RejectionFilter filter = RejectionFilter.of(request::getParameter, organization.zone());
        int page = RequestParameters.number("page", request.getParameter("page"), 1, 1, Integer.MAX_VALUE);
        int pageSize = RequestParameters.number(
                "page_size", request.getParameter("page_size"), RejectionAddress.PAGE_SIZE, 1, 100);
        catchUp(request);
        RejectionPage found = rejections.page(organization.id(), filter, page, pageSize);
        RejectionAddress address = new RejectionAddress(filter, page, pageSize);
        return ResponseEntity.ok()
                .header("X-Total-Count", Long.toString(found.total()))
                .header(HttpHeaders.LINK, address.links(found.totalPages()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(found.rows().stream().map(RejectionView::of).toList());
    }

    @GetMapping(path = "/groups", produces = MediaType.APPLICATION_JSON_VALUE)
    @RejectionApiDocs.ListGroups
    ResponseEntity<List<ReasonGroup>> groups(Organization organization, HttpServletRequest request) {
        RejectionFilter filter = RejectionFilter.of(request::getParameter, organization.zone());
        int limit = RequestParameters.number("limit", request.getParameter("limit"), 50, 1, ReasonGroups.MOST);
        catchUp(request);
        ReasonGroups found = rejections.groups(organization.id(), filter, limit);
        return ResponseEntity.ok()
                .header("X-Total-Count", Long.toString(found.reasons()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(found.groups());
    }

    @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    @RejectionApiDocs.GetRejection
    ResponseEntity<RejectionView> get(Organization organization, @PathVariable String id, HttpServletRequest request) {
        UUID wanted = RequestParameters.id(id);
        catchUp(request);
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(rejections
                        .find(organization.id(), wanted)
                        .map(RejectionView::of)
                        .orElseThrow(() -> unknown(wanted)));
    }

    @GetMapping("/download")
    @RejectionApiDocs.Download
    void download(Organization organization, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        RejectionFilter filter = RejectionFilter.of(request::getParameter, organization.zone());
        DownloadFormat format = DownloadFormat.of(request.getParameter("format"));
        response.setContentType(format.contentType());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"rejected-records." + format.extension() + "\"");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        RejectionFile file = new RejectionFile(format, response.getWriter());
        file.begin();
        rejections.each(organization.id(), filter, file::add);
    }

    /** A position is one of records; what was rejected in the same commit is in the table once that has caught up. */
    private void catchUp(HttpServletRequest request) {
        Position after = RequestParameters.after(request.getParameter("after"), request.getHeader(Position.HEADER));
        if (!after.offsets().isEmpty()) {
            table.catchUp();
        }
    }

    static ProblemException unknown(UUID id) {
        return ProblemException.of(ProblemType.NOT_FOUND, "There is no rejected record with the id " + id + ".");
    }
}
