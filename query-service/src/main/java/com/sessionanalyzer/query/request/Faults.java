package com.sessionanalyzer.query.request;

import com.sessionanalyzer.page.ProblemException;
import com.sessionanalyzer.page.ProblemType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Gathers what is wrong with the parameters of one request, for one thread. */
public final class Faults {

    private final List<Fault> faults = new ArrayList<>();

    public void add(String parameter, String rule) {
        faults.add(new Fault(parameter, rule));
    }

    public List<Fault> all() {
        return List.copyOf(faults);
    }

    /** Answers with a problem that names everything that is wrong, when anything is. */
    public void refuse() {
        if (!faults.isEmpty()) {
            Fault first = faults.get(0);
            throw ProblemException.of(
                    ProblemType.INVALID_PARAMETER,
                    faults.stream().map(Fault::sentence).collect(Collectors.joining(" ")),
                    Map.of("parameter", first.parameter(), "rule", first.rule(), "faults", all()));
        }
    }
}
