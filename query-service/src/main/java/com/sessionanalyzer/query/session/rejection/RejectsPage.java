package com.sessionanalyzer.query.session.rejection;

import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.security.Organization;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The rejected records: by reason at the side, one below the other with what is wrong beside it. */
@Controller
final class RejectsPage {

    private static final int MAX_PAGE = 1_000_000;
    private static final int GROUPS = 20;

    private final Rejections rejections;

    RejectsPage(Rejections rejections) {
        this.rejections = rejections;
    }

    @GetMapping("/rejects")
    String show(Organization organization, HttpServletRequest request, Model model) {
        RejectionFilter filter = RejectionFilter.of(request::getParameter, organization.zone());
        RejectionPage page = find(organization.id(), filter, page(request.getParameter("page")));
        RejectionAddress address = new RejectionAddress(filter, page.page(), page.pageSize());
        model.addAttribute("page", page);
        model.addAttribute(
                "rejections",
                page.rows().stream()
                        .map(rejection -> RejectionCard.of(rejection, address))
                        .toList());
        ReasonGroups groups = rejections.groups(organization.id(), filter.because(null), GROUPS);
        model.addAttribute("groups", links(groups, filter, page, address));
        model.addAttribute("reasons", groups);
        model.addAttribute("all", all(organization.id(), filter, page));
        model.addAttribute("filter", FilterForm.of(filter, organization.zone()));
        model.addAttribute("address", new Links(address, page.totalPages()));
        model.addAttribute("channels", PageOption.channels());
        model.addAttribute("states", PageOption.states());
        model.addAttribute("downloads", downloads(address));
        return "session/rejects";
    }

    private long all(OrganizationId organization, RejectionFilter filter, RejectionPage page) {
        RejectionFilter wide = filter.because(null);
        return wide.equals(filter) ? page.total() : rejections.count(organization, wide);
    }

    private RejectionPage find(OrganizationId organization, RejectionFilter filter, int number) {
        RejectionPage page = rejections.page(organization, filter, number, RejectionAddress.PAGE_SIZE);
        return page.page() <= page.totalPages()
                ? page
                : rejections.page(organization, filter, Math.toIntExact(page.totalPages()), RejectionAddress.PAGE_SIZE);
    }

    private static int page(@Nullable String text) {
        return text != null && text.matches("[1-9]\\d{0,5}") ? Math.min(Integer.parseInt(text), MAX_PAGE) : 1;
    }

    /** The most frequent reasons; and the one that is chosen, if it is none of them. */
    private static List<GroupLink> links(
            ReasonGroups groups, RejectionFilter filter, RejectionPage page, RejectionAddress address) {
        List<GroupLink> links = new ArrayList<>();
        groups.groups().forEach(group -> links.add(GroupLink.of(group.reason(), group.count(), filter, address)));
        String chosen = filter.reason();
        if (chosen != null && links.stream().noneMatch(GroupLink::current)) {
            links.add(GroupLink.of(chosen, page.total(), filter, address));
        }
        return links;
    }

    private static List<DownloadLink> downloads(RejectionAddress address) {
        return Arrays.stream(DownloadFormat.values())
                .map(format -> new DownloadLink(format.label(), address.download(format)))
                .toList();
    }

    /** A reason at the side. */
    record GroupLink(String words, long count, String link, boolean current) {

        static GroupLink of(String reason, long count, RejectionFilter filter, RejectionAddress address) {
            return new GroupLink(
                    RejectionReason.ofCode(reason).words(),
                    count,
                    address.because(reason).at("/rejects"),
                    reason.equals(filter.reason()));
        }
    }

    /** A file of what is shown. */
    record DownloadLink(String label, String link) {}

    /** Where the page leads to. */
    record Links(RejectionAddress address, long pages) {

        public String self() {
            return address.at("/rejects");
        }

        public String everyReason() {
            return address.because(null).at("/rejects");
        }

        public String fix() {
            return address.on(1).at("/rejects/fix");
        }

        public @Nullable String previous() {
            return address.page() > 1 ? address.on(address.page() - 1L).at("/rejects") : null;
        }

        public @Nullable String next() {
            return address.page() < pages ? address.on(address.page() + 1L).at("/rejects") : null;
        }
    }
}
