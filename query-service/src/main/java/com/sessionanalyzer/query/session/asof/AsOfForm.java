package com.sessionanalyzer.query.session.asof;

import com.sessionanalyzer.query.period.Period;
import com.sessionanalyzer.query.request.Fault;
import com.sessionanalyzer.query.session.filter.FilterChip;
import com.sessionanalyzer.query.session.filter.SessionFilter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The moment that a page is asked about, as a form, and where it leads from there.
 *
 * @param path   of the page
 * @param asOf   null when none is said, or a wrong one
 * @param moment the same, or now
 * @param filter which records are asked for
 * @param since  from when on moments can be asked for; null as long as nobody can say
 */
public record AsOfForm(
        String path,
        @Nullable AsOf asOf,
        AsOf moment,
        SessionFilter filter,
        List<Fault> faults,
        @Nullable Instant since) {

    /** As it was asked for; empty when it was not. */
    public String text() {
        return asOf == null ? "" : asOf.text();
    }

    public List<FilterChip> chips() {
        return filter.chips();
    }

    /** The same page as it is now. */
    public String now() {
        return filter.link(path);
    }

    /** The records behind the numbers. */
    public String records() {
        return link("/reports", AsOf.PARAMETER, moment, filter);
    }

    /** The records as a file. */
    public String export(String format) {
        return link("/api/sessions/export", AsOf.PARAMETER, moment, filter) + "&format=" + format;
    }

    /** The numbers of the records. */
    public String numbers() {
        return link("/insights", AsOf.PARAMETER, moment, filter);
    }

    /** What is different now. */
    public String difference() {
        return link("/insights/difference", DifferenceQuestions.FROM, moment, filter);
    }

    /** The filter as hidden fields. */
    public List<Map.Entry<String, String>> kept() {
        return kept(filter);
    }

    static List<Map.Entry<String, String>> kept(SessionFilter filter) {
        List<Map.Entry<String, String>> kept = new ArrayList<>();
        if (filter.period() != Period.ALL) {
            kept.addAll(filter.period().parameters().entrySet());
        }
        filter.chips().stream()
                .filter(chip -> !chip.parameter().equals("period"))
                .forEach(chip -> kept.add(Map.entry(chip.parameter(), chip.value())));
        return kept;
    }

    static String link(String path, String parameter, AsOf moment, SessionFilter filter) {
        String query = filter.query();
        return path + "?" + parameter + "=" + moment.at() + (query.isEmpty() ? "" : "&" + query);
    }
}
