package com.sessionanalyzer.page;

import com.sessionanalyzer.security.Caller;
import com.sessionanalyzer.security.Organization;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;

/** Puts around every page what the layout shows: navigation, organization, the message of the last action. */
final class PageFrame implements HandlerInterceptor {

    private final List<NavigationEntry> navigation;
    private final Caller caller;

    PageFrame(List<NavigationEntry> navigation, Caller caller) {
        this.navigation = navigation.stream()
                .sorted(Comparator.comparingInt(NavigationEntry::order))
                .toList();
        this.caller = caller;
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        if (page != null && page.getViewName() != null && !page.getViewName().startsWith("redirect:")) {
            surround(page, request, response);
        }
    }

    void surround(ModelAndView page, HttpServletRequest request, HttpServletResponse response) {
        page.addObject(
                "navigation",
                navigation.stream()
                        .map(entry -> new NavigationLink(entry.path(), entry.label(), entry.leadsTo(request)))
                        .toList());
        Organization organization = caller.organization(request);
        page.addObject("organization", organization);
        page.addObject("format", new Formats(organization.zone(), locale(request)));
        FlashCookie.take(request, response).ifPresent(flash -> page.addObject("flash", flash));
        if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
            token.getToken();
        }
    }

    private static Locale locale(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null ? Formats.OTHERWISE : request.getLocale();
    }

    /** A navigation entry as one page shows it. */
    record NavigationLink(String path, String label, boolean current) {}
}
