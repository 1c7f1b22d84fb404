package com.sessionanalyzer.query.session.change;

import com.sessionanalyzer.intake.session.alias.CustomerLinks;
import com.sessionanalyzer.page.ProblemException;
import com.sessionanalyzer.page.ProblemType;
import com.sessionanalyzer.query.request.ApiParameters;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.session.AliasState;
import com.sessionanalyzer.schema.session.CustomerLink;
import com.sessionanalyzer.schema.session.CustomerName;

/**
 * What a merge would do, once it is known that it can.
 *
 * @param key      of the customer that is merged
 * @param into     key of the customer that its records go to
 * @param isMerged whether that was decided before, so that only what was left behind is moved
 */
record MergePlan(String key, String into, boolean isMerged) {

    /**
     * The plan to merge two customers.
     *
     * @param name  of the first, in any spelling
     * @param other name of the one that is kept
     * @throws ProblemException when what was decided before stands in the way
     */
    static MergePlan of(CustomerLinks links, OrganizationId organization, String name, String other) {
        String key = key("customer", name);
        String into = links.resolve(organization, key("into", other));
        if (key.equals(into)) {
            throw conflict(
                    key.equals(key("into", other))
                            ? "Both names are of the same customer."
                            : "“" + other + "” is merged into “" + name + "”; undo that first.");
        }
        CustomerLink.Alias alias = links.find(organization, key);
        if (alias != null && alias.state() == AliasState.UNDOING) {
            throw conflict("An earlier merge of “" + name + "” is still being undone; try again in a minute.");
        }
        String now = links.resolve(organization, key);
        if (!now.equals(key) && !now.equals(into)) {
            throw conflict("“" + name + "” is merged into “" + now + "”; undo that first.");
        }
        return new MergePlan(key, into, now.equals(into));
    }

    /** The identity behind a name that somebody gave. */
    static String key(String parameter, String name) {
        String key = name.length() > CustomerName.MAX_LENGTH
                ? ""
                : CustomerName.of(name).key();
        if (key.isBlank()) {
            throw ApiParameters.wrong(
                    parameter, "must name a customer in at most " + CustomerName.MAX_LENGTH + " characters");
        }
        return key;
    }

    static ProblemException conflict(String detail) {
        return ProblemException.of(ProblemType.MERGE_CONFLICT, detail);
    }
}
