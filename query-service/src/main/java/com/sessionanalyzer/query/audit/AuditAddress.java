package com.sessionanalyzer.query.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.web.util.UriComponentsBuilder;

/** Addresses of pages of the audit log. */
final class AuditAddress {

    private AuditAddress() {}

    /** The {@code Link} header (RFC 8288): first, prev, next and last, with the request's other parameters. */
    static String links(AuditAnswer answer) {
        AuditQuery query = answer.query();
        List<String> links = new ArrayList<>();
        links.add(link(query.page(1), "first"));
        if (query.page() > 1) {
            links.add(link(query.page(Math.min(query.page() - 1, answer.totalPages())), "prev"));
        }
        if (query.page() < answer.totalPages()) {
            links.add(link(query.page(query.page() + 1L), "next"));
        }
        links.add(link(query.page(answer.totalPages()), "last"));
        return String.join(", ", links);
    }

    private static String link(AuditQuery query, String relation) {
        return "<" + of("/api/audit", query) + ">; rel=\"" + relation + "\"";
    }

    static String of(String path, AuditQuery query) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path)
                .queryParam("page", query.page())
                .queryParam("page_size", query.pageSize());
        if (!query.subject().isEmpty()) {
            address.queryParam("subject", "{subject}");
        }
        if (!query.action().isEmpty()) {
            address.queryParam("action", "{action}");
        }
        return address.encode()
                .buildAndExpand(Map.of("subject", query.subject(), "action", query.action()))
                .toUriString();
    }
}
