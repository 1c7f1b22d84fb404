package com.sessionanalyzer.query.session.rejection;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The addresses of pages and answers about rejections, which carry the filter along.
 *
 * @param page from 1
 */
record RejectionAddress(RejectionFilter filter, int page, int pageSize) {

    static final int PAGE_SIZE = 20;

    private static final String API = "/api/rejections";

    /** The filter as parameters, without those that go without saying. */
    Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        put(parameters, "reason", filter.reason());
        put(parameters, "field", filter.field());
        put(parameters, "rule", filter.rule());
        put(
                parameters,
                "channel",
                filter.channel() == null ? null : filter.channel().code());
        put(parameters, "delivery", filter.delivery());
        put(parameters, "from", filter.from());
        put(parameters, "to", filter.to());
        put(
                parameters,
                "state",
                filter.state() == RejectionState.OPEN ? null : filter.state().code());
        return parameters;
    }

    private static void put(Map<String, String> parameters, String name, @Nullable Object value) {
        if (value != null) {
            parameters.put(name, value.toString());
        }
    }

    /** The {@code Link} header of a page of the API (RFC 8288). */
    String links(long pages) {
        List<String> links = new ArrayList<>();
        links.add(link(1, "first"));
        if (page > 1) {
            links.add(link(Math.min(page - 1, pages), "prev"));
        }
        if (page < pages) {
            links.add(link(page + 1L, "next"));
        }
        links.add(link(pages, "last"));
        return String.join(", ", links);
    }

    private String link(long number, String relation) {
        Map<String, String> more = new LinkedHashMap<>();
        more.put("page", Long.toString(number));
        more.put("page_size", Integer.toString(pageSize));
        return "<" + address(API, more) + ">; rel=\"" + relation + "\"";
    }

    RejectionAddress on(long other) {
        return new RejectionAddress(filter, Math.toIntExact(other), pageSize);
    }

    RejectionAddress because(@Nullable String reason) {
        return new RejectionAddress(filter.because(reason), 1, pageSize);
    }

    RejectionAddress in(RejectionState state) {
        return new RejectionAddress(filter.in(state), 1, pageSize);
    }

    /** The address of a page of the desk, such as {@code /rejects}. */
    String at(String path) {
        return address(path, page > 1 ? Map.of("page", Integer.toString(page)) : Map.of());
    }

    String download(DownloadFormat format) {
        return address(API + "/download", Map.of("format", format.code()));
    }

    private String address(String path, Map<String, String> more) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        Map<String, String> all = parameters();
        all.putAll(more);
        all.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(all).toUriString();
    }
}
